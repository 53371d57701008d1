import type { Text, Words } from '@avow/policy';
import type { AuditedChange, EntryDraft, EntryId, VersionRow } from '@avow/vault';
import { settle, unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { actingIn, type ByRequest } from '../desk/acting.ts';
import { malformed, moment, text } from '../door/text.ts';
import { type Channel, channels } from '../face/changes.ts';
import { AvowError } from '../fault.ts';
import { mustReach } from '../notices/way.ts';
import {
  type AnnouncementBody,
  announcementFrom,
  announcementOf,
  announcementRow,
  nextWord,
} from '../register/announcement.ts';
import { askingOf } from '../register/asking.ts';
import {
  POLICY,
  policyStanding,
  sourceOf,
  standingIn,
  versionLock,
  versionOf,
} from '../register/version.ts';
import { archiveEntry, changeVersion, versionEntry } from '../rows/change.ts';
import { Reading } from '../rows/reading.ts';
import { compare, keepAsking, mustNotBeStored, storedIn } from './compare.ts';
import type { Edition } from './edition.ts';
import { mustBeFit } from './fit.ts';
import { keepSource, mustBeFree, versionRow } from './publish.ts';
import { withdraw } from './withdraw.ts';

const DAY = 24 * 3_600_000;

/** How long ahead of its date a major change is announced: the market's 7.b.2. */
export const NOTICE = 30 * DAY;

/** The longest summary, in UTF-16 code units. */
const LONGEST_SUMMARY = 4_000;

/** What is said of a version that is announced, checked. */
export interface Announcing {
  readonly edition: Edition;
  readonly from: number;
  readonly summary: Text;
  readonly channels: readonly Channel[];
}

/** What an announcement must say: a summary in each language, a date, and where people are told. */
export function announcingOf(
  edition: Edition,
  given: { readonly from: unknown; readonly summary: unknown; readonly channels: unknown },
): Announcing {
  const { languages }: Words = edition.policy.vocabulary;
  return {
    edition,
    from: moment('from', given.from),
    summary: textOf('summary', given.summary, languages),
    channels: channelsOf(given.channels),
  };
}

/** A text for people, in each of some languages and no other. */
export function textOf(field: string, given: unknown, languages: readonly string[]): Text {
  const said = Object(given) as Record<string, unknown>;
  for (const language of Object.keys(said)) {
    if (!languages.includes(language)) throw malformed(field, 'has a language too many');
  }
  return Object.fromEntries(
    languages.map((tag) => {
      const words = text(`${field}.${tag}`, said[tag], LONGEST_SUMMARY).trim();
      if (words.length === 0) throw malformed(`${field}.${tag}`, 'must not be empty');
      return [tag, words];
    }),
  );
}

function channelsOf(given: unknown): Channel[] {
  const named = Array.isArray(given) ? given : [];
  if (named.length === 0 || named.some((one) => !channels.includes(one))) {
    throw malformed('channels', `must name at least one of ${channels.join(', ')}`);
  }
  // Whoever looks at the page finds it there, whatever else was chosen.
  return channels.filter((channel) => channel === 'page' || named.includes(channel));
}

/**
 * Announces a version: from its date on it decides, on every process, by the date alone. Until then
 * nothing comes into a category that it drops.
 */
export async function announce(
  { vault, policy, notices }: Deployment,
  announcing: Announcing,
  request: ByRequest,
): Promise<{ readonly entry: EntryId; readonly body: AnnouncementBody }> {
  const { edition, from, summary } = announcing;
  mustBeFit(edition);
  if (announcing.channels.includes('mail')) mustReach(notices, edition.policy.vocabulary);
  const { digest } = edition;
  const { idempotency } = request;
  const own = [versionOf(digest), sourceOf(digest), announcementOf(digest), askingOf(digest)];
  const acting = actingIn(vault, request.by);
  const reading = new Reading(policyStanding, ...own, ...acting.reads);
  const acted = await settle(vault, request, async () => {
    const before = await policy.now();
    const comparison = compare(before, edition);
    const { difference, drops, ends } = comparison;
    mustNotBeStored(await storedIn(vault, drops));
    return vault.act({
      locks: [versionLock(POLICY, 'exclusive'), ...acting.locks],
      reads: reading.reads,
      ...(idempotency ? { idempotency } : {}),
      decide(found, { now }) {
        const rows = reading.rows(found);
        acting.check(rows);
        const standing = standingIn(rows, now);
        if (!policy.decides(before, rows, now)) throw unsettled();
        if (before.digest === digest) throw new AvowError('AVOW_EXISTS', 'it is in force');
        mustBeFree(standing);
        mustBeAhead(from, now, difference.major);
        const [said] = rows.of(announcementOf(digest));
        const body: AnnouncementBody = {
          ...{ version: digest, before: before.digest, major: difference.major, summary },
          ...{ channels: announcing.channels, announced: now },
          ...nextWord(said && announcementFrom(said), now),
        };
        const [same] = rows.of(versionOf(digest));
        const row = versionRow(edition, 'coming', from, {
          announced: true,
          drops: ends,
        });
        const changes: AuditedChange[] = [
          ...(rows.of(sourceOf(digest)).length > 0 ? [] : [keepSource(edition)]),
          replacing(said, announcementRow('announced', from, body)),
          ...keepAsking(digest, comparison, from, rows.of(askingOf(digest))[0]),
          ...acting.deed({ evidence: POLICY, state: 'announced', of: digest }, now),
        ];
        return {
          answer: body,
          entries: [versionEntry(row, same, changes), ...settled(standing)],
          ...(idempotency ? { outcome: JSON.stringify(body) } : {}),
        };
      },
    });
  });
  if (acted.replayed) request.onReplay?.();
  policy.keep(edition);
  const body = acted.replayed ? (JSON.parse(acted.outcome) as AnnouncementBody) : acted.answer;
  return { entry: acted.entries[0]!, body };
}

function replacing(
  before: VersionRow | undefined,
  after: ReturnType<typeof announcementRow>,
): AuditedChange {
  return { table: 'version', after, ...(before ? { before } : {}) };
}

function mustBeAhead(from: number, now: number, major: boolean): void {
  const least = major ? NOTICE : 0;
  if (from >= now + least) return;
  const what = major
    ? `a major change is announced ${NOTICE / DAY} days ahead at least`
    : 'must be a date to come';
  throw malformed('from', what);
}

/** The entries that write down what a date has brought: the one before archived, the next in force. */
function settled({ inForce, past }: ReturnType<typeof standingIn>): EntryDraft[] {
  if (past === undefined || inForce === undefined) return [];
  return [
    archiveEntry(past),
    versionEntry(changeVersion(inForce, { state: 'in-force' }).after, inForce),
  ];
}

/**
 * Writes down in the background what needs no writing to be so: that an announced version is in force
 * since its date. And takes back one that drops a category of which something is held after all.
 */
export async function tidyVersions(deployment: Deployment): Promise<void> {
  const { vault, policy } = deployment;
  const { inForce, coming, past } = await policy.standing();
  if (coming !== undefined) {
    const before = inForce && (await policy.edition(inForce.digest));
    const next = await policy.edition(coming.digest);
    const held = before && next ? await storedIn(vault, compare(before, next).drops) : {};
    if (Object.keys(held).length > 0) await withdraw(deployment, coming.digest, {});
  }
  if (past === undefined) return;
  const reading = new Reading(policyStanding);
  await settle(vault, undefined, () =>
    vault.act({
      locks: [versionLock(POLICY, 'exclusive')],
      reads: reading.reads,
      decide: (found, { now }) => ({
        answer: undefined,
        entries: settled(standingIn(reading.rows(found), now)),
      }),
    }),
  );
}
