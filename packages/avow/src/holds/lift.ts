import type { Words } from '@avow/policy';
import { HOLD } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { mustBeApart } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { Hold } from '../face/holds.ts';
import type { EntryId, HoldId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { holdFrom, holdsOf, standingHolds } from '../register/hold.ts';
import { personOf } from '../register/person.ts';
import { changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { subjectFrom } from '../subjects/subjects.ts';
import { holdOf } from './holds.ts';

/** Which hold is lifted, and who lifts it. */
export interface Lifting {
  readonly hold: HoldId;
  readonly by: PersonId;
}

/**
 * Lifts a hold, then carries out what waited for it. A request that comes again, after whatever was cut
 * off, carries it to its end; so do the next start and the next sweep. The hold goes with whoever is erased by that;
 * who lifted it stays on record, as a deed.
 */
export async function lift(
  deployment: Deployment,
  person: PersonId,
  { hold, by }: Lifting,
  options: Idempotent,
): Promise<Hold<Words> & { readonly entry: EntryId; readonly erased: boolean }> {
  const { vault } = deployment;
  const lifted = await record(
    deployment,
    repeatable(options, 'holds.lift', { person, hold, by }),
    () => ({
      people: [person],
      widens: false,
      evenHeld: true,
      by,
      reads: [holdsOf(person)],
      decide(rows, now) {
        mustBeApart([person], by);
        const before = rows.of(holdsOf(person)).find((row) => row.id === hold);
        if (!before) throw new AvowError('AVOW_NOT_FOUND', 'no such hold on this person', 'hold');
        if (!standingHolds(rows, person, now).includes(before)) {
          throw new AvowError('AVOW_STATE', 'has ended already', 'hold');
        }
        const { id, at, until, ...body } = holdFrom(before);
        const ended = { ...body, lifted: now, liftedBy: by };
        return {
          evidence: HOLD,
          state: 'lifted',
          changes: [changeEvidence(before, { state: 'lifted', body: ended })],
          value: holdOf(person, { ...ended, id, at, until }),
        };
      },
    }),
  );
  await vault.release(person);
  const [row] = (await readNow(vault, personOf(person))).of(personOf(person));
  return { ...lifted, erased: row !== undefined && subjectFrom(row).state === 'erased' };
}
