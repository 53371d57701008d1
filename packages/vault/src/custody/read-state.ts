import { numbersOf } from '../keys/names.ts';
import { secretRows } from '../keys/secrets.ts';
import type { DataKeyRow } from '../keys/tables.ts';
import { keySchema } from '../keys/tables.ts';
import { numberOf } from '../keys/wrap.ts';
import { openReader } from '../place.ts';
import type { Reader } from '../port/store.ts';
import { type KeyState, keyStateIn } from './state.ts';

/** How the keys stand, and how far it has come if the region key is being replaced. */
export interface KeyStanding extends KeyState {
  /** Data keys that are still under the old region key, of how many; undefined if there is no old one. */
  readonly left: { readonly of: number; readonly under: number } | undefined;
}

/**
 * Looks at a key store, beside whoever has it open. Needs no root key, since it opens nothing. While
 * it looks erasures wait.
 */
export async function readKeyStanding(place: string): Promise<KeyStanding> {
  const keys = await openReader(place, keySchema);
  try {
    const rows = await secretRows(keys);
    const numbers = numbersOf(rows, 'region');
    const left = numbers.length > 1 ? await countLeft(keys, numbers.at(-1)!) : undefined;
    return { ...keyStateIn(rows), left };
  } finally {
    await keys.close();
  }
}

async function countLeft(keys: Reader, newest: number) {
  const count = { of: 0, under: 0 };
  for await (const row of keys.scan({ table: 'data' }) as AsyncIterable<DataKeyRow>) {
    count.of += 1;
    if (numberOf(row.wrapped) < newest) count.under += 1;
  }
  return count;
}
