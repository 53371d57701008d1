import type { Clock, Vault } from '@avow/vault';
import { takesComments } from '../comments/taken.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import { name } from '../door/text.ts';
import type { Notice, NoticeProgress, Notices } from '../face/notices.ts';
import { AvowError } from '../fault.ts';
import type { Mailing } from '../mailing/mailing.ts';
import { progressOf, sendAgain, sendRound } from '../mailing/run.ts';
import { announcementFrom, announcements } from '../register/announcement.ts';
import { policyStanding, standingIn } from '../register/version.ts';
import { type ReadOf, readNow } from '../rows/reading.ts';
import { centreOf, shownWith } from './centre.ts';
import { type Rounds, roundsOf } from './rounds.ts';
import {
  centreRef,
  concernedBy,
  concernReads,
  isTold,
  NOTICE,
  noticeFrom,
  noticeId,
} from './told.ts';

const DAY = 24 * 3_600_000;
const PER_MINUTE = 600;

/** What is told at a moment, and by which channels. */
interface Telling {
  readonly notice: Notice;
  readonly channels: readonly string[];
}

/** Telling people of announced versions, and the rounds in which mail goes out by itself. */
export function noticesOf(
  deployment: Deployment,
  clock: Clock,
): { readonly notices: Notices; readonly rounds: Rounds } {
  const { vault, policy, notices: way } = deployment;

  async function telling(): Promise<Telling[]> {
    const rows = await readNow(vault, announcements, policyStanding);
    const now = policy.moment();
    return rows
      .of(announcements)
      .filter((row) => isTold(row, standingIn(rows, now), now))
      .map((row) => ({ notice: noticeFrom(row), channels: announcementFrom(row).channels }))
      .sort((a, b) => b.notice.announced - a.notice.announced);
  }

  /** Who is told by mail is the same whether or not this process could write to them. */
  const mailing = (notice: Notice): Mailing => ({
    kind: NOTICE,
    id: noticeId(notice),
    asks: { action: actions.message, purpose: purposes.notice, category: way?.address ?? '' },
    reads: concernReads(notice.version),
    concerns: concernedBy(notice),
    write: (language) => {
      if (way === undefined) throw new TypeError('nothing is written without a way to send it');
      const { vocabulary } = policy.current().policy;
      return way.write({ ...notice, takesComments: takesComments(vocabulary) }, language);
    },
  });

  async function round(isStopped: () => boolean): Promise<{ tried: number; isOver: boolean }> {
    let tried = 0;
    if (way === undefined) return { tried, isOver: true };
    const { perMinute = PER_MINUTE, mail } = way;
    for (const { notice, channels } of await telling()) {
      if (!channels.includes('mail')) continue;
      const most = perMinute - tried;
      const sent = await sendRound(deployment, mail, mailing(notice), { most, isStopped });
      tried += sent.tried;
      if (!sent.isOver) return { tried, isOver: false };
    }
    return { tried, isOver: true };
  }

  async function progress(): Promise<readonly NoticeProgress[]> {
    const told = await telling();
    return Promise.all(
      told.map(async ({ notice, channels }) => {
        const now = policy.moment();
        const mail = channels.includes('mail')
          ? await progressOf(vault, mailing(notice), now)
          : undefined;
        return {
          ...notice,
          ...(mail ? { mail } : {}),
          ...(channels.includes('centre')
            ? { centre: { shown: await countOf(vault, centreRef(notice)) } }
            : {}),
          isOverdue:
            notice.about !== 'withdrawn' &&
            now >= notice.from - DAY &&
            (mail?.waiting ?? 0) + (mail?.uncertain ?? 0) > 0,
        };
      }),
    );
  }

  const rounds = roundsOf(round, clock);
  return {
    rounds,
    notices: {
      of: async (person) => centreOf(deployment, asPersonId(person)),
      shown: shownWith(deployment),
      progress,
      send: () => rounds.now(),
      async retry(what) {
        const version = name('version', what.version);
        const found = (await telling()).find(
          ({ notice, channels }) => notice.version === version && channels.includes('mail'),
        );
        if (found === undefined) {
          throw new AvowError('AVOW_NOT_FOUND', 'nobody is told of it by mail', 'version');
        }
        const evenUncertain = what.evenUncertain === true;
        const count = await sendAgain(deployment, mailing(found.notice), { evenUncertain });
        if (count > 0) rounds.soon();
        return { count };
      },
    },
  };
}

const PAGE = 10_000;

/** How many rows count for a reference. */
async function countOf(vault: Vault, ref: string): Promise<number> {
  const page: ReadOf<'evidence'> = {
    ...{ table: 'evidence', by: 'ref', equals: [ref, NOTICE], limit: PAGE },
  };
  let count = 0;
  for (let after = ''; ; ) {
    const rows = (await vault.read([{ ...page, after }]))[0]!;
    count += rows.length;
    if (rows.length < PAGE) return count;
    after = rows.at(-1)!.id as string;
  }
}
