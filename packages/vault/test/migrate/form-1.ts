import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, PersonId, Row, Store } from '../../src/index.ts';
import { isFault } from '../../src/index.ts';
import { openStore } from '../../src/place.ts';
import { systemClock } from '../../src/port/clock.ts';
import { dataForm1, keyForm1 } from './form-1-schema.ts';

type Written = Readonly<Record<string, string | number | null | { readonly base64: string }>>;

/**
 * What a vault of form 1 wrote, unit by unit, while four people were registered and two of them
 * erased; taken down from the last program that made this form (January 2026 by its own clock, root
 * key of 32 bytes that are all 1). So the tests have a store of real people and a real log at
 * hand, and a program of that form at work, when no program here knows it any more.
 */
interface Recorded {
  readonly vkey: string;
  readonly people: Readonly<Record<'mei' | 'tom' | 'ann' | 'joe', PersonId>>;
  /** The checkpoint after the first `half` of the units, and after all. */
  readonly checkpoints: readonly [string, string];
  readonly half: number;
  readonly units: readonly {
    readonly store: 'data' | 'keys';
    readonly changes: readonly {
      readonly table: string;
      readonly before?: Written;
      readonly after?: Written;
    }[];
  }[];
}

export const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, 'form-1.json'), 'utf8'),
) as Recorded;

export const rootKey = Buffer.alloc(32, 1);

/** A program of form 1 at work: it does what the one did that was recorded. */
export interface OldProgram {
  work(which: 'first half' | 'second half'): Promise<void>;
  close(): Promise<void>;
}

/** Opens stores as a program of form 1 does, and makes them where they are empty. */
export async function openOldProgram(places: {
  readonly data: string;
  readonly keys: string;
}): Promise<OldProgram> {
  const options = { clock: systemClock };
  const data = await openStore(places.data, dataForm1, options);
  const keys = await openStore(places.keys, keyForm1, { ...options, secureDelete: true });
  const stores = { data, keys };
  return {
    async work(which) {
      const { units, half } = recorded;
      for (const unit of which === 'first half' ? units.slice(0, half) : units.slice(half)) {
        await run(stores[unit.store], unit.changes.map(read));
      }
    },
    async close() {
      await data.close();
      await keys.close();
    },
  };
}

/** What is refused because of a migration under way is asked for again, as any caller does. */
async function run(store: Store, changes: readonly Change[]): Promise<void> {
  for (;;) {
    try {
      await store.run({ locks: [], reads: [], decide: () => ({ changes, answer: undefined }) });
      return;
    } catch (problem) {
      if (!isFault(problem, 'AVOW_BUSY')) throw problem;
    }
  }
}

function read({ table, before, after }: Recorded['units'][number]['changes'][number]): Change {
  return {
    table,
    ...(before && { before: rowOf(before) }),
    ...(after && { after: rowOf(after) }),
  };
}

function rowOf(written: Written): Row {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null
        ? new Uint8Array(Buffer.from(value.base64, 'base64'))
        : value,
    ]),
  );
}
