import type { Words } from '@avow/policy';
import { isFault, type Receipt as VaultReceipt } from '@avow/vault';
import { historyClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asEntryId, asPersonId } from '../door/ids.ts';
import type { History, Receipt } from '../face/history.ts';
import type { PersonId } from '../face/ids.ts';

/** Proof of an entry; for the person it speaks of, with what opens it. */
export function receiptWith({ vault }: Deployment): History<Words>['receipt'] {
  return async (entry, person) => {
    const id = asEntryId(entry);
    const keys =
      person === undefined ? undefined : await vault.keysFor(asPersonId(person), [historyClass]);
    try {
      return receiptFrom(await vault.receipt(id, keys));
    } catch (problem) {
      if (isFault(problem, 'AVOW_UNKNOWN')) return undefined;
      throw problem;
    }
  };
}

export function receiptFrom(receipt: VaultReceipt): Receipt {
  const { entry, body, vkey, promise, proof, opening } = receipt;
  return {
    entry,
    body: Buffer.from(body, 'utf8').toString('base64'),
    vkey,
    promise: promise ?? undefined,
    proof: proof ?? undefined,
    opening: opening
      ? { ...opening, person: opening.person as PersonId, party: opening.party ?? undefined }
      : undefined,
  };
}
