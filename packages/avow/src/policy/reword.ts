import type { EntryDraft, EntryId, VersionRow } from '@avow/vault';
import { settle } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { actingIn, type ByRequest } from '../desk/acting.ts';
import { AvowError } from '../fault.ts';
import { type AnnouncementBody, announcementOf } from '../register/announcement.ts';
import { askingOf } from '../register/asking.ts';
import { POLICY, policyStanding, standingIn, versionLock, versionOf } from '../register/version.ts';
import { Reading, type Rows } from '../rows/reading.ts';

/** What is now said of an announced version. */
interface Words {
  readonly body: AnnouncementBody;
  /** Its date: epoch milliseconds. */
  readonly from: number;
}

/** The same, with the entry by which it was said. */
export type Said = Words & { readonly entry: EntryId };

/**
 * Says something else of a version that was announced: a later date, an answer, that it does not come. One
 * unit, which has all versions of the policy for itself. `AVOW_NOT_FOUND` if it was never announced.
 */
export async function reword(
  { vault, policy }: Deployment,
  version: string,
  request: ByRequest,
  say: (
    announced: VersionRow,
    rows: Rows,
    now: number,
  ) => Words & { readonly did: string; readonly draft: EntryDraft },
): Promise<Said> {
  const { idempotency } = request;
  const own = [versionOf(version), announcementOf(version), askingOf(version)];
  const acting = actingIn(vault, request.by);
  const reading = new Reading(policyStanding, ...own, ...acting.reads);
  const acted = await settle(vault, request, () =>
    vault.act({
      locks: [versionLock(POLICY, 'exclusive'), ...acting.locks],
      reads: reading.reads,
      ...(idempotency ? { idempotency } : {}),
      decide(found, { now }) {
        const rows = reading.rows(found);
        acting.check(rows);
        const [announced] = rows.of(announcementOf(version));
        if (announced === undefined) throw notAnnounced();
        const { draft, did, ...words } = say(announced, rows, now);
        const deed = acting.deed({ evidence: POLICY, state: did, of: version }, now);
        return {
          answer: words,
          entries: [{ ...draft, changes: [...(draft.changes ?? []), ...deed] }],
          ...(idempotency ? { outcome: JSON.stringify(words) } : {}),
        };
      },
    }),
  );
  if (acted.replayed) request.onReplay?.();
  await policy.now();
  const words = acted.replayed ? (JSON.parse(acted.outcome) as Words) : acted.answer;
  return { entry: acted.entries[0]!, ...words };
}

/** The version that is announced, its date still to come; no other one can be put off or taken back. */
export function comingIn(rows: Rows, version: string, now: number): VersionRow {
  const { coming } = standingIn(rows, now);
  if (coming?.digest !== version) throw notAnnounced();
  return coming;
}

const notAnnounced = () =>
  new AvowError('AVOW_NOT_FOUND', 'no such version is announced', 'version');
