import { type AuditedChange, isFault, isHeld } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import type { PersonId } from '../face/ids.ts';
import { ARRIVAL, arrivalFrom, arrivalsOf } from '../register/arrival.ts';
import { holdsOf, standingHolds } from '../register/hold.ts';
import { recordsOf } from '../register/record.ts';
import { retireEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';

/** Records that one act removes; its entry names each by a hash. */
const STEP = 1_000;

/**
 * Ends what came to a person by some disclosures: the records that it left go, unless something else that
 * stands brought them too, or a legal hold keeps them. Whoever has nothing left here is erased, keys and
 * all. Resolves to how many had stood.
 */
export async function endArrivals(
  deployment: Deployment,
  person: PersonId,
  disclosures: readonly string[],
): Promise<number> {
  const { ended } = await record(deployment, {}, () => ({
    people: [person],
    widens: false,
    reads: [arrivalsOf(person), recordsOf(person), holdsOf(person)],
    note: { disclosures },
    decide(rows, now) {
      const standing = rows
        .of(arrivalsOf(person))
        .filter(({ state }) => state === 'standing')
        .map(arrivalFrom);
      const ending = standing.filter((each) => disclosures.includes(each.disclosure));
      const staying = new Set(
        standing.filter((each) => !ending.includes(each)).flatMap((each) => each.records),
      );
      const going = new Set(ending.flatMap((each) => each.records));
      const holds = standingHolds(rows, person, now);
      const removed = rows
        .of(recordsOf(person))
        .filter(({ id }) => going.has(id) && !staying.has(id))
        .filter(({ category }) => !isHeld(holds, category))
        .slice(0, STEP)
        .map((before): AuditedChange => ({ table: 'record', before }));
      return {
        evidence: ARRIVAL,
        state: 'ended',
        changes: [...removed, ...ending.map(({ row }) => retireEvidence(row, 'ended'))],
        value: { ended: ending.length },
      };
    },
  })).catch(unlessGone);
  await eraseIfEmpty(deployment, person);
  return ended;
}

async function eraseIfEmpty(deployment: Deployment, person: PersonId): Promise<void> {
  const { vault } = deployment;
  const rows = await readNow(vault, arrivalsOf(person), { ...recordsOf(person), limit: 1 });
  const isEmpty =
    rows.of({ ...recordsOf(person), limit: 1 }).length === 0 &&
    rows.of(arrivalsOf(person)).every(({ state }) => state !== 'standing');
  if (isEmpty) await vault.erase(person);
}

/** Erased here already, and with them all that came. */
function unlessGone(problem: unknown): { readonly ended: number } {
  if (isFault(problem, 'AVOW_ERASED')) return { ended: 0 };
  throw problem;
}
