import type { AuditedChange, Draft, EntryDraft, EntryId, Vault } from '@avow/vault';
import { settle, unsettled } from '../act/settle.ts';
import { actingIn, type ByRequest } from '../desk/acting.ts';
import { AvowError } from '../fault.ts';
import { askingOf } from '../register/asking.ts';
import {
  POLICY,
  policyStanding,
  SOURCE,
  type Standing,
  sourceKey,
  sourceOf,
  standingIn,
  type VersionBody,
  versionLock,
  versionOf,
} from '../register/version.ts';
import { archiveEntry, versionEntry } from '../rows/change.ts';
import { Reading, type ReadOf } from '../rows/reading.ts';
import { compare, dropsAny, keepAsking } from './compare.ts';
import type { Edition } from './edition.ts';
import { mustBeFit } from './fit.ts';
import type { InForce } from './in-force.ts';

/** Whether anybody ever accepted: then there is somebody to announce a change to. */
const acceptances: ReadOf<'evidence'> = {
  table: 'evidence',
  by: 'kind',
  equals: ['acceptance', 'accepted'],
  limit: 1,
};

/**
 * Puts a version in force from now on, and archives the one before. `AVOW_UNFIT` if it does not keep
 * what it says; `AVOW_UNANNOUNCED` if people have to be told of it ahead of time; `AVOW_EXISTS` if it is
 * in force, and with `anew` also if it ever was on record.
 */
export async function publish(
  vault: Vault,
  policy: InForce,
  edition: Edition,
  request: ByRequest = {},
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<{ readonly entry: EntryId; readonly from: number }> {
  mustBeFit(edition);
  const { digest } = edition;
  const { idempotency } = request;
  const acting = actingIn(vault, request.by);
  const reading = new Reading(
    policyStanding,
    acceptances,
    versionOf(digest),
    sourceOf(digest),
    askingOf(digest),
    ...acting.reads,
  );
  const acted = await settle(vault, request, async () => {
    const { inForce } = await policy.standing();
    const before = inForce && (await policy.edition(inForce.digest));
    const comparison = before && compare(before, edition);
    return vault.act({
      locks: [versionLock(POLICY, 'exclusive'), ...acting.locks],
      reads: reading.reads,
      ...(idempotency ? { idempotency } : {}),
      decide(found, { now }) {
        const rows = reading.rows(found);
        acting.check(rows);
        const standing = standingIn(rows, now);
        if (standing.inForce?.digest !== before?.digest) throw unsettled();
        if (before?.digest === digest) throw new AvowError('AVOW_EXISTS', 'it is in force');
        const [same] = rows.of(versionOf(digest));
        if (anew && same) throw new AvowError('AVOW_EXISTS', 'it was on record before');
        mustBeFree(standing);
        if (comparison?.difference.major && rows.of(acceptances).length > 0) {
          throw unannounced('it changes more than may come without being announced');
        }
        if (comparison && dropsAny(comparison.drops)) {
          throw unannounced('it drops words that data is kept under, so it has to be announced');
        }
        const more = [
          ...(rows.of(sourceOf(digest)).length > 0 ? [] : [keepSource(edition)]),
          ...(comparison ? keepAsking(digest, comparison, now, rows.of(askingOf(digest))[0]) : []),
          ...acting.deed({ evidence: POLICY, state: 'in-force', of: digest }, now),
        ];
        const row = versionRow(edition, 'in-force', now);
        const entries = [versionEntry(row, same, more), ...archived(standing)];
        return { answer: now, entries, ...(idempotency ? { outcome: String(now) } : {}) };
      },
    });
  });
  if (acted.replayed) request.onReplay?.();
  else policy.see(policy.keep(edition), acted.answer);
  const from = acted.replayed ? Number(acted.outcome) : acted.answer;
  return { entry: acted.entries[0]!, from };
}

function unannounced(what: string): AvowError {
  return new AvowError('AVOW_UNANNOUNCED', what, 'policy');
}

/** While a version is announced nothing else takes its place: people were told what comes. */
export function mustBeFree({ coming }: Standing): void {
  if (coming === undefined) return;
  throw new AvowError('AVOW_STATE', 'another version is announced; withdraw it first', 'policy');
}

/** What stood until now is archived: the version in force, and one that it put aside by its date. */
function archived({ inForce, past }: Standing): EntryDraft[] {
  return [inForce, past].flatMap((row) => (row ? [archiveEntry(row)] : []));
}

export function versionRow(
  { digest, meaning, texts, policy }: Edition,
  state: 'in-force' | 'coming',
  from: number,
  announced: Pick<VersionBody, 'announced' | 'drops'> = {},
): Draft<'version'> {
  const body: VersionBody = { policy: policy.name, meaning, texts, ...announced };
  return { digest, name: POLICY, state, from, body: JSON.stringify(body) };
}

/** The policy itself, apart, so that the row that every decision reads stays small. */
export function keepSource({ digest, policy }: Edition): AuditedChange {
  const row = { digest: sourceKey(digest), name: SOURCE, state: 'kept', from: null };
  return { table: 'version', after: { ...row, body: JSON.stringify(policy) } };
}
