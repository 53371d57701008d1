import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Agreed } from '../face/agreement.ts';
import type { Idempotent } from '../face/decision.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { runOut } from '../records/retention.ts';
import { acceptanceFrom, acceptanceOf, acceptanceRef } from '../register/acceptance.ts';
import { recordsOf } from '../register/record.ts';
import { addEvidence, retireEvidence } from '../rows/change.ts';
import { agreed } from './answer.ts';

/**
 * Ends the agreement. From now on nothing rests on the acceptance, and what is kept until the end of
 * the account begins to run out. Consents, refusals and history stay as they are: what protects a
 * person outlives the account.
 */
export async function terminate(
  deployment: Deployment,
  person: PersonId,
  options: Idempotent,
): Promise<Agreed> {
  const { vault, policy } = deployment;
  const request = repeatable(options, 'agreement.terminate', { person });
  return record(deployment, request, () => ({
    people: [person],
    widens: false,
    reads: [acceptanceOf(person), recordsOf(person)],
    decide(rows, now) {
      const [before] = rows.of(acceptanceOf(person));
      if (before?.state !== 'accepted') {
        throw new AvowError('AVOW_STATE', 'there is no accepted agreement to end', 'person');
      }
      const body = acceptanceFrom(before);
      const row = { id: vault.mint(), kind: 'acceptance', person, ref: acceptanceRef(person) };
      return {
        evidence: 'acceptance',
        state: 'terminated',
        changes: [
          retireEvidence(before),
          addEvidence({ ...row, state: 'terminated', at: now }, body),
          ...runOut(policy.current().policy.vocabulary, rows.of(recordsOf(person)), now),
        ],
        value: agreed('terminated', body),
      };
    },
  }));
}
