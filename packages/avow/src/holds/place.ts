import type { Words } from '@avow/policy';
import { HOLD, MOST_HOLDS } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { mustBeApart, mustBeStaff } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { malformed } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { Hold } from '../face/holds.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { staffRow } from '../register/desk/staff.ts';
import { type HoldBody, holdsOf } from '../register/hold.ts';
import { addEvidence } from '../rows/change.ts';
import { holdOf } from './holds.ts';

/** A hold to be placed, checked. */
export interface Placing extends Omit<HoldBody, 'lifted' | 'liftedBy'> {
  readonly person: PersonId;
  readonly verifiedBy: PersonId;
  readonly until: number | null;
}

/** Places a hold. The person is had alone, so nothing is removed meanwhile, and afterwards it is seen. */
export async function place(
  deployment: Deployment,
  { person, until, ...terms }: Placing,
  options: Idempotent,
): Promise<Hold<Words> & { readonly entry: EntryId }> {
  const { vault } = deployment;
  const request = repeatable(options, 'holds.place', { person, until, ...terms });
  return record(deployment, request, () => ({
    people: [person],
    widens: false,
    evenHeld: true,
    still: [terms.verifiedBy],
    reads: [holdsOf(person), staffRow(terms.verifiedBy)],
    decide(rows, now) {
      mustBeStaff(rows, terms.verifiedBy, 'verifiedBy');
      mustBeApart([person], terms.verifiedBy, 'verifiedBy');
      if (rows.of(holdsOf(person)).length >= MOST_HOLDS) {
        throw new AvowError('AVOW_TOO_MANY', 'has too many holds', 'person');
      }
      if (until !== null && until <= now) throw malformed('until', 'must lie in the future');
      const body: HoldBody = { ...terms, lifted: null };
      const row = { id: vault.mint(), kind: HOLD, person, state: 'standing', at: now, until };
      return {
        evidence: HOLD,
        state: 'standing',
        changes: [addEvidence(row, body)],
        value: holdOf(person, { ...body, id: row.id, at: now, until }),
      };
    },
  }));
}
