import type { Words } from '@avow/policy';
import { KEY_BACKUP_LIFE } from '@avow/vault';
import { perform } from '../act/act.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import type { Acts, ErasureReceipt } from '../face/acts.ts';
import type { Decided } from '../face/decision.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import { openedFrom } from '../history/receipt.ts';
import { askOfAllHeld } from '../records/own.ts';
import { personOf } from '../register/person.ts';
import { recordsOf } from '../register/record.ts';
import { readNow } from '../rows/reading.ts';

/**
 * Erases a person: the policy is asked and its answer recorded, then the tombstone commits, the keys
 * are destroyed, and only then it is answered. A request that comes again, after whatever was cut off,
 * carries the erasure to its end.
 */
export function eraseWith(deployment: Deployment): Acts<Words>['erase'] {
  return async (who) => {
    const person = asPersonId(who.person);
    const decision = await decide(deployment, person, who);
    if (!decision.permitted) return decision;
    return { ...decision, value: await carryOut(deployment, person, decision.entry, decision.at) };
  };
}

async function decide(
  deployment: Deployment,
  person: PersonId,
  who: Parameters<Acts<Words>['erase']>[0],
): Promise<Decided<undefined>> {
  const request = repeatable(deployment.vault, who, 'erase', { person });
  return perform(
    deployment,
    async () => {
      const own = await askOfAllHeld(deployment, person, actions.erase);
      return {
        person,
        questions: [own.question],
        lock: 'exclusive',
        reads: [recordsOf(person)],
        apply({ rows }) {
          own.mustStillBeAll(rows);
          return { value: undefined };
        },
      };
    },
    { ...request, value: () => undefined },
  );
}

async function carryOut(
  { vault }: Deployment,
  person: PersonId,
  decision: EntryId,
  at: number,
): Promise<ErasureReceipt> {
  const { receipt } = await vault.erase(person);
  const row = (await readNow(vault, personOf(person))).of(personOf(person))[0];
  return {
    person,
    at,
    entry: receipt?.entry ?? decision,
    receipt: receipt === null ? undefined : openedFrom(receipt),
    isSwept: row?.state === 'erased',
    recoverableUntil: at + KEY_BACKUP_LIFE,
  };
}
