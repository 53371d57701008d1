import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import { personOf } from '../register/person.ts';

/** Suspends or reinstates an account. Doing so twice is recorded twice and changes nothing more. */
export async function setStanding(
  deployment: Deployment,
  person: PersonId,
  state: 'active' | 'suspended',
  options: Idempotent,
): Promise<{ readonly entry: EntryId }> {
  const request = repeatable(options, 'subjects.standing', { person, state });
  return record(deployment, request, () => ({
    people: [person],
    widens: false,
    reads: [personOf(person)],
    decide(rows) {
      const [before] = rows.of(personOf(person));
      const changes: AuditedChange[] = [];
      if (before && before.state !== state) {
        const { salt: _salt, hash: _hash, ...row } = before;
        changes.push({ table: 'person', before, after: { ...row, state } });
      }
      return { evidence: 'standing', state, changes, value: {} };
    },
  }));
}
