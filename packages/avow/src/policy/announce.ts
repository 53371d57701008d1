import type { AuditedChange, EntryId, VersionRow } from '@avow/vault';
import { settle, unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { actingIn, type ByRequest } from '../desk/acting.ts';
import { malformed } from '../door/text.ts';
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
import { versionEntry } from '../rows/change.ts';
import { Reading } from '../rows/reading.ts';
import type { Announcing } from './announcing.ts';
import { compare, keepAsking, mustNotBeStored, storedIn } from './compare.ts';
import { mustBeFit } from './fit.ts';
import { keepSource, mustBeFree, versionRow } from './publish.ts';
import { settled } from './tidy.ts';

const DAY = 24 * 3_600_000;

/** How long ahead of its date a major change is announced: the market's 7.b.2. */
export const NOTICE = 30 * DAY;

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
