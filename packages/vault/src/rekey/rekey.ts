import { isClosed } from '../act/standing.ts';
import type { WritingTools } from '../entry/write.ts';
import { isFault } from '../fault.ts';
import type { PersonId } from '../id.ts';
import type { DataKeys } from '../keys/data-keys.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Read, Row, Store } from '../port/store.ts';
import { SWEEP_ROWS } from '../retention/expired.ts';
import { readOn } from '../table/read-on.ts';
import type { PersonRow } from '../tables.ts';
import { isUnderOlder, type SealedTable, sealedTables, stepOf } from './step.ts';

interface RekeyParts {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly tools: WritingTools;
  readonly signal: AbortSignal;
}

/**
 * Moves everything of a person from the keys of older generations to those of their own, and destroys the
 * older ones. New rows are sealed under the new keys from the moment the generation went up, so what is
 * still to be moved only grows less; and the old keys go once a pass through all of it has met nothing.
 *
 * Nothing but the keys themselves says how far it has come: cut off, it begins again and finds less to do.
 */
export async function rekey(parts: RekeyParts, person: PersonId): Promise<boolean> {
  const { store, keys, signal } = parts;
  let isCleared = false;
  for (;;) {
    const row = await personIn(store, person);
    // Erasing takes every key there is.
    if (row === undefined || isClosed(row)) return true;
    const classes = await keys.before(person, row.generation);
    if (classes.length === 0) {
      // Cut off between taking keys away and clearing their bytes: nothing but this says so.
      if (!isCleared) await keys.destroyBefore(person, row.generation);
      return true;
    }
    keys.forget(person);
    const held = await keys.fetch(person, row.generation, classes);
    const moved = await pass(parts, held);
    if (signal.aborted) return false;
    // A row may have moved to a place that was behind it.
    if (moved > 0) continue;
    await keys.destroyBefore(person, row.generation);
    isCleared = true;
  }
}

async function pass(parts: RekeyParts, held: DataKeys): Promise<number> {
  let moved = 0;
  for (const table of sealedTables) moved += await passTable(parts, table, held);
  return moved;
}

/** One table from its beginning to its end, some rows in each act. Resolves to how many were moved. */
async function passTable(
  { store, tools, signal }: RekeyParts,
  table: SealedTable,
  held: DataKeys,
): Promise<number> {
  const by = table === 'history' ? 'key' : 'person';
  const read: Read = {
    ...{ table, by, equals: [held.person], limit: SWEEP_ROWS },
    expired: 'included',
  };
  let last: Row | undefined;
  let moved = 0;
  while (!signal.aborted) {
    const rows = await readOn(store, read, last);
    if (rows.length === 0) break;
    const old = rows.filter((row) => isUnderOlder(held, row));
    if (old.length > 0) {
      const count = await store.run(stepOf(table, old, held, tools)).catch(again);
      // Somebody changed one of them meanwhile, or they are being erased: the next pass knows.
      if (count === undefined) return moved + 1;
      moved += count;
    }
    last = rows.at(-1);
  }
  return moved;
}

function again(problem: unknown): undefined {
  if (!isFault(problem, 'AVOW_CONFLICT', 'AVOW_ERASED')) throw problem;
}

async function personIn(store: Store, person: PersonId): Promise<PersonRow | undefined> {
  const read = { table: 'person', by: 'key', equals: [person], limit: 1 } as const;
  return (await store.read([read]))[0]?.[0] as PersonRow | undefined;
}
