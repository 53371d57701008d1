import { verifyReceipt } from '@avow/ledger/verify';
import type { EntryId, Vault } from '@avow/vault';

/** Whether the log proves an entry, as anyone who holds its key would find; undefined while it waits for the tree. */
export async function isProven(
  vault: Pick<Vault, 'receipt' | 'vkey'>,
  entry: EntryId,
): Promise<boolean | undefined> {
  const { proof, body } = await vault.receipt(entry);
  if (proof === null) return undefined;
  const { vkey } = vault;
  const found = await verifyReceipt({ proofText: proof, vkey, body: Buffer.from(body, 'utf8') });
  return found.ok;
}
