import type { AuditedChange } from '@avow/vault';
import { unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { runningIn, watch } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { RunningOut } from '../face/disclosures.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import { disclosuresOf } from '../register/disclosure.ts';
import { personOf } from '../register/person.ts';

/** Suspends or reinstates an account. Doing so twice is recorded twice and changes nothing more. */
export async function setStanding(
  deployment: Deployment,
  person: PersonId,
  state: 'active' | 'suspended',
  options: Idempotent,
): Promise<RunningOut & { readonly entry: EntryId }> {
  const request = repeatable(options, 'subjects.standing', { person, state });
  return record(deployment, request, async () => {
    const watched = await watch(deployment.vault, [disclosuresOf(person)]);
    return {
      people: [person],
      widens: false,
      reads: [personOf(person), ...watched.reads],
      decide(rows, now) {
        if (watched.isStale(rows)) throw unsettled();
        const [before] = rows.of(personOf(person));
        const changes: AuditedChange[] = [];
        if (before && before.state !== state) {
          const { salt: _salt, hash: _hash, ...row } = before;
          changes.push({ table: 'person', before, after: { ...row, state } });
        }
        const running = state === 'suspended' ? runningIn(watched.among(rows, now)) : [];
        return { evidence: 'standing', state, changes, value: { running } };
      },
    };
  });
}
