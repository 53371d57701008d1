import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { malformed, name } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { PersonId, PolicyDigest } from '../face/ids.ts';
import type { CentreNotice, Notices } from '../face/notices.ts';
import { AvowError } from '../fault.ts';
import { announcementFrom, announcementOf, announcements } from '../register/announcement.ts';
import { mailedTo } from '../register/mailed.ts';
import { addEvidence } from '../rows/change.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { centreRef, concernedBy, concernReads, NOTICE, noticeFrom } from './told.ts';

/** What is to be shown in a person's centre, and what was. */
export async function centreOf(
  { vault, policy }: Deployment,
  person: PersonId,
): Promise<readonly CentreNotice[]> {
  const rows = (await readNow(vault, announcements)).of(announcements);
  const told = rows.filter((row) => announcementFrom(row).channels.includes('centre'));
  const reads = told.flatMap((row) => concernReads(announcementFrom(row).version)(person));
  const read = await readNow(vault, mailedTo(person, NOTICE), ...reads);
  const now = policy.moment();
  return told
    .map(noticeFrom)
    .filter((notice) => concernedBy(notice)(read, person, now) !== undefined)
    .map((notice) => ({ ...notice, shown: shownIn(read, person, notice)?.at }))
    .sort((a, b) => b.announced - a.announced);
}

/** Writes down that a notice was shown. */
export function shownWith(deployment: Deployment): Notices['shown'] {
  const { vault } = deployment;
  return async (what) => {
    const person = asPersonId(what.person);
    const { revision } = what;
    if (!Number.isSafeInteger(revision) || revision < 1) {
      throw malformed('revision', 'must be a whole number from 1');
    }
    const version = name('version', what.version) as PolicyDigest;
    const request = repeatable(what, 'notices.shown', { person, version, revision });
    return record(deployment, request, () => ({
      people: [person],
      widens: false,
      reads: concernReads(version)(person),
      note: { about: version, revision },
      decide(rows, at) {
        const [row] = rows.of(announcementOf(version));
        const notice = row && noticeFrom(row);
        const isFor =
          notice?.revision === revision &&
          announcementFrom(row!).channels.includes('centre') &&
          concernedBy(notice)(rows, person, at) !== undefined;
        if (!isFor) throw new AvowError('AVOW_NOT_FOUND', 'no such notice is for them', 'version');
        const before = shownIn(rows, person, notice);
        const ref = centreRef(notice);
        const shown = { id: vault.mint(), kind: NOTICE, person, ref, state: 'shown', at };
        return {
          evidence: NOTICE,
          state: 'shown',
          changes: before ? [] : [addEvidence(shown, { about: version, revision })],
          value: { at: before?.at ?? at },
        };
      },
    }));
  };
}

function shownIn(rows: Rows, person: PersonId, notice: Parameters<typeof centreRef>[0]) {
  const ref = centreRef(notice);
  return rows.of(mailedTo(person, NOTICE)).find((row) => row.ref === ref);
}
