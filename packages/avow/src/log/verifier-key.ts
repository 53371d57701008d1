import type { KeptKey } from '@avow/vault';
import { AvowError } from '../fault.ts';

/** The log's verifier key as it was named, or else as it is kept beside the last checkpoint. */
export async function verifierKeyOf(named: string | undefined, kept: KeptKey): Promise<string> {
  const vkey = named ?? (await kept.read());
  if (vkey !== undefined) return vkey;
  throw new AvowError('AVOW_OPTIONS', 'say by which key the log signs', 'vkey');
}

/** The one beside the last checkpoint, which must be there where nobody may name another. */
export async function keptVerifierKey(kept: KeptKey): Promise<string> {
  const vkey = await kept.read();
  if (vkey !== undefined) return vkey;
  throw new AvowError('AVOW_OPTIONS', 'has no verifier key beside it; put both back', 'anchor');
}

/** Writes it down once. Another key there means that this is another log, or that its key was replaced. */
export async function keepVerifierKey(kept: KeptKey, vkey: string): Promise<void> {
  if ((await kept.keep(vkey)) === vkey) return;
  throw new AvowError('AVOW_OPTIONS', 'lies beside the verifier key of another log', 'anchor');
}
