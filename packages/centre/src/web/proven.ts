import type { OpenedReceipt } from 'avow';
import type { AnyAvow } from './visit.ts';

/**
 * A receipt with its proof. One that was written within the last second has the log's promise alone:
 * whoever keeps it for good is not to depend on us for the rest, so the log takes it in now.
 */
export async function withProof(avow: AnyAvow, receipt: OpenedReceipt): Promise<OpenedReceipt> {
  if (receipt.proof !== undefined) return receipt;
  await avow.log.flush();
  const found = await avow.receipt(receipt.entry);
  return { ...receipt, ...found };
}
