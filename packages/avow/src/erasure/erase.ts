import type { Words } from '@avow/policy';
import { KEY_BACKUP_LIFE, type StandingHold } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Deployment } from '../deployment.ts';
import { markGoing, takeBackGoing } from '../directory/take-back.ts';
import { handedKnown } from '../disclosures/known.ts';
import { endedOf, stillRunning } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import type { Acts, ErasureReceipt, Retained } from '../face/acts.ts';
import type { Decided } from '../face/decision.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { openedFrom } from '../history/receipt.ts';
import { holdsOf, standingHolds } from '../register/hold.ts';
import { ownDeviceIn, ownDevicesOf } from '../register/joined.ts';
import { personOf } from '../register/person.ts';
import { recordsOf } from '../register/record.ts';
import { readNow } from '../rows/reading.ts';
import { askToErase } from './question.ts';

/**
 * Erases a person: the policy is asked and its answer recorded, then the tombstone commits, the keys
 * are destroyed, and only then it is answered. A request that comes again, after whatever was cut off,
 * carries the erasure to its end.
 *
 * What a legal hold covers is asked about separately, to be closed instead. Whatever was decided, the
 * tombstone looks again: a hold placed since then stands as well.
 */
export function eraseWith(deployment: Deployment, now: () => number): Acts<Words>['erase'] {
  return async (who) => {
    const person = asPersonId(who.person);
    const decision = await decide(deployment, person, who, now);
    if (!decision.permitted) return decision;
    return { ...decision, value: await carryOut(deployment, person, decision.entry, decision.at) };
  };
}

/** Whatever kept it from its end: a fault that says that nothing was kept would not be true. */
function unfinished(cause: unknown): never {
  const what = 'the erasure is on record and not carried out to its end; ask for it again';
  throw new AvowError('AVOW_UNFINISHED', what, undefined, cause);
}

async function decide(
  deployment: Deployment,
  person: PersonId,
  who: Parameters<Acts<Words>['erase']>[0],
  now: () => number,
): Promise<Decided<undefined>> {
  const request = repeatable(who, 'erase', { person });
  return perform(
    deployment,
    async () => {
      const own = await askToErase(deployment, person, now());
      return {
        person,
        questions: own.questions,
        lock: 'exclusive',
        reads: [recordsOf(person), holdsOf(person)],
        apply(unit) {
          own.mustStillBeAll(unit);
          return { value: undefined };
        },
      };
    },
    { ...request, value: () => undefined },
  );
}

/** Carries out an erasure that is decided and on record, to its end. */
export async function carryOut(
  deployment: Deployment,
  person: PersonId,
  decision: EntryId,
  at: number,
): Promise<ErasureReceipt> {
  return toItsEnd(deployment, person, decision, at).catch(unfinished);
}

async function toItsEnd(
  deployment: Deployment,
  person: PersonId,
  decision: EntryId,
  at: number,
): Promise<ErasureReceipt> {
  const { vault } = deployment;
  await eraseRestOfDevices(deployment, person);
  await markGoing(deployment, person);
  // What they must not know of yet they are not told on their way out either.
  const known = await handedKnown(deployment, person);
  const { receipt, held } = await vault.erase(person);
  // What cannot be taken back now the next sweep takes.
  await takeBackGoing(deployment).catch(() => 0);
  const row = (await readNow(vault, personOf(person))).of(personOf(person))[0];
  return {
    person,
    at,
    entry: receipt?.entry ?? decision,
    receipt: receipt === null ? undefined : openedFrom(receipt),
    isSwept: row?.state === 'erased',
    recoverableUntil: held.length > 0 ? undefined : at + KEY_BACKUP_LIFE,
    held: held.length > 0 ? retained(held) : undefined,
    running: await stillRunning(deployment, endedOf(known)),
  };
}

/**
 * What joining a device had not moved yet when it was cut off is theirs as well, and after them nobody
 * could ask for it. Before the person goes, since only their own evidence leads there. What stands under
 * a legal hold meanwhile is left as it is.
 */
async function eraseRestOfDevices({ vault, policy }: Deployment, person: PersonId): Promise<void> {
  const found = await readNow(vault, ownDevicesOf(person), holdsOf(person));
  if (standingHolds(found, person, policy.moment()).length > 0) return;
  for (const device of found.of(ownDevicesOf(person)).map(ownDeviceIn)) {
    const [left] = await vault.read([{ ...recordsOf(device), limit: 1 }]);
    if (left.length > 0) await vault.erase(device as PersonId);
  }
}

function retained(holds: readonly StandingHold[]): Retained {
  const categories = holds.map((hold) => hold.categories);
  const ends = holds.map((hold) => hold.until);
  return {
    categories: categories.includes(null)
      ? undefined
      : [...new Set(categories.flatMap((each) => each ?? []))].sort(),
    until: ends.includes(null) ? undefined : Math.max(...ends.map((end) => end ?? 0)),
  };
}
