import { type Acted, isFault, type Vault } from '@avow/vault';
import type { Repeatable } from '../door/idempotency.ts';
import { AvowError, isAvowFault } from '../fault.ts';

/** How often an act is planned anew because records changed under it. Each time somebody else got on. */
const PLANS = 16;

/** The plan no longer holds: nothing is kept, and the act is to be planned anew. */
export function unsettled(): AvowError {
  return new AvowError('AVOW_UNSETTLED', 'records kept changing while the act was planned');
}

/**
 * Plans and acts until nobody's change is in the way; `attempt` is told how many plans that makes. If it
 * can be done no more, as when the person was erased since, a request that had come before still gets
 * what it came to then.
 */
export async function settle<Value>(
  vault: Vault,
  request: Repeatable | undefined,
  attempt: (plans: number) => Promise<Acted<Value>>,
): Promise<Acted<Value>> {
  try {
    return await untilSettled(attempt);
  } catch (problem) {
    if (!request?.idempotency || !isAnAnswer(problem)) throw problem;
    return recall(vault, request.idempotency, problem);
  }
}

async function untilSettled<T>(attempt: (plans: number) => Promise<T>): Promise<T> {
  for (let plans = 1; ; plans += 1) {
    try {
      return await attempt(plans);
    } catch (problem) {
      const moved = isAvowFault(problem, 'AVOW_UNSETTLED') || isFault(problem, 'AVOW_CONFLICT');
      if (!moved || plans === PLANS) throw problem;
    }
  }
}

/**
 * Whether a fault says how things stand. One of the store says nothing of the kind: what it may have
 * kept is not for us to find out by reading it back, which proves no flush.
 */
function isAnAnswer(problem: unknown): boolean {
  return isAvowFault(problem) || isFault(problem, 'AVOW_ERASED');
}

/** The recorded outcome; rejects with `problem` if there is none, for then that is the answer. */
async function recall(
  vault: Vault,
  idempotency: NonNullable<Repeatable['idempotency']>,
  problem: unknown,
): Promise<Acted<never>> {
  return vault.act({
    locks: [],
    reads: [],
    idempotency,
    decide: () => {
      throw problem;
    },
  });
}
