import type { EvidenceRow, Seals, VaultRead } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { mustBeStaff } from '../desk/by.ts';
import type { LeakId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { staffRow } from '../register/desk/staff.ts';
import { leakRow } from '../register/leak.ts';
import type { Rows } from '../rows/reading.ts';
import { knewOf, mustBeBeyond } from './knew.ts';
import { leakIn, personOfLeak } from './leak.ts';
import { othersFreezing } from './standing.ts';

/** What somebody at the desk does about a leak, as far as it is the same whatever they do. */
interface LeakStep {
  readonly person: PersonId;
  /** Of the record that is written of it. */
  readonly about: {
    readonly people: readonly PersonId[];
    readonly widens: false;
    readonly seals: true;
    readonly still: readonly PersonId[];
    readonly note: { readonly by: PersonId };
  };
  readonly reads: readonly VaultRead[];
  /** The leak as it stands, in the unit: not closed yet, and none that `by` has to do with. */
  open(rows: Rows, now: number, seals: Pick<Seals, 'openHistory'>): EvidenceRow;
}

/** Plans a step of `by` about a leak, by what its person's records say now. */
export async function leakStep(
  deployment: Deployment,
  id: LeakId,
  by: PersonId,
): Promise<LeakStep> {
  const person = await personOfLeak(deployment, id);
  const knew = await knewOf(deployment, id, person);
  return {
    person,
    about: { people: [person], widens: false, seals: true, still: [by], note: { by } },
    reads: [leakRow(id), staffRow(by), ...othersFreezing(person), ...knew.reads],
    open(rows, now, seals) {
      mustBeStaff(rows, by);
      mustBeBeyond(knew, person, by, rows, now, seals);
      const leak = leakIn(rows, id, now);
      if (leak.state === 'closed') throw new AvowError('AVOW_STATE', 'is closed', 'leak');
      return leak;
    },
  };
}
