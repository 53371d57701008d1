import { parseCheckpoint, unbundle, verifyNote } from '@avow/ledger';
import type { Avow } from '../src/index.ts';

type Logged = Pick<Avow<never>, 'log'>;

/** How many entries the log has, with those that were waiting. */
export async function sizeOf(avow: Logged): Promise<number> {
  return parseCheckpoint(verifyNote(await avow.log.flush(), avow.log.vkey)).size;
}

/** A leaf, as far as tests look at it. */
export interface Leaf {
  readonly kind: string;
  readonly action?: string;
  readonly recipient?: string;
  readonly permitted?: boolean;
  readonly subject: string | null;
}

/** Every leaf of the log, in order. */
export async function leavesOf(avow: Logged): Promise<Leaf[]> {
  const size = await sizeOf(avow);
  const leaves: Leaf[] = [];
  for (let n = 0; n * 256 < size; n += 1) {
    const width = Math.min(256, size - n * 256);
    const bundle = await avow.log.entries({ n, width });
    if (!bundle) throw new Error('the log lacks a bundle');
    leaves.push(...unbundle(bundle).map((body) => JSON.parse(Buffer.from(body).toString())));
  }
  return leaves;
}
