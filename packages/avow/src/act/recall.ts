import type { Acted, Vault } from '@avow/vault';
import type { Repeatable } from '../door/idempotency.ts';

/**
 * What a request came to when it came before, for one that can no longer be planned: its person may
 * have been erased since. Rejects with `problem` if it never came, for then that is the answer.
 */
export async function recall(
  vault: Vault,
  request: Repeatable | undefined,
  problem: unknown,
): Promise<Acted<never>> {
  if (!request?.idempotency) throw problem;
  return vault.act({
    locks: [],
    reads: [],
    idempotency: request.idempotency,
    decide: () => {
      throw problem;
    },
  });
}
