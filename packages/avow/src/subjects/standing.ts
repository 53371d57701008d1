import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { handedKnown } from '../disclosures/known.ts';
import { endedOf, keptAllTheSame, stillRunning } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { RunningOut } from '../face/disclosures.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import { personOf } from '../register/person.ts';
import { setSuspension, suspensionOf } from '../register/suspension.ts';

/**
 * Suspends or reinstates an account, whatever else suspended it: what the platform suspends opens by no new
 * password and by the end of no case. Doing so twice is recorded twice and changes nothing more.
 */
export async function setStanding(
  deployment: Deployment,
  person: PersonId,
  state: 'active' | 'suspended',
  options: Idempotent,
): Promise<RunningOut & { readonly entry: EntryId }> {
  const request = repeatable(options, 'subjects.standing', { person, state });
  const set = await record(deployment, request, () => ({
    people: [person],
    widens: false,
    reads: [personOf(person), suspensionOf({ person })],
    decide(rows, now) {
      const [before] = rows.of(personOf(person));
      const changes: AuditedChange[] = setSuspension(rows, { person }, state === 'suspended', now);
      if (before && before.state !== state) {
        const { salt: _salt, hash: _hash, ...row } = before;
        changes.push({ table: 'person', before, after: { ...row, state } });
      }
      return { evidence: 'standing', state, changes, value: {} };
    },
  }));
  if (state === 'active') return { ...set, running: [] };
  // The platform may tell them what it is answered: so nothing of what they must not know yet is in it.
  const ended = endedOf(await handedKnown(deployment, person).catch(keptAllTheSame));
  return { ...set, running: await stillRunning(deployment, ended) };
}
