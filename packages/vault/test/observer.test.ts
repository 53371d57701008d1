import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { schema } from '../src/conformance/items.ts';
import { openPostgres, openSqlite, type StoreObserver, type Unit } from '../src/index.ts';
import { observed } from '../src/observed.ts';
import { connect } from './postgres/connection.ts';
import { newDatabase } from './postgres/database.ts';
import { until } from './postgres/until.ts';

/** Writes down what it is told. */
function witness() {
  const told: string[] = [];
  const waits: number[] = [];
  const observer: StoreObserver = {
    began(operation) {
      told.push(operation);
      return (fault) => told.push(`${operation}: ${fault ?? 'well'}`);
    },
    batch: (units) => told.push(`batch of ${units}`),
    waited: (ms) => waits.push(ms),
    again: () => told.push('again'),
    lost: () => told.push('lost'),
  };
  return { observer, told, waits };
}

const lock = { on: 'person', id: 'p', mode: 'exclusive' } as const;
const nothing: Unit<string> = {
  locks: [lock],
  reads: [],
  decide: () => ({ changes: [], answer: 'done' }),
};

describe('whoever watches a store', () => {
  it('is told of each unit and what came of it, and how many shared a transaction', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'avow-observer-'));
    const { observer, told, waits } = witness();
    const store = observed(openSqlite(join(folder, 'a.db'), schema, { observer }), observer);
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    const fails: Unit<string> = {
      ...nothing,
      decide() {
        throw new Error('a message that nobody is told');
      },
    };
    await Promise.allSettled([store.run(nothing), store.run(fails)]);
    expect(told).toEqual(['unit', 'unit', 'batch of 2', 'unit: well', 'unit: _OTHER']);
    expect(waits).toEqual([]);
    await store.close();
    await expect(store.read([])).rejects.toThrow();
    expect(told.slice(-2)).toEqual(['read', 'read: AVOW_CLOSED']);
  });

  it('is told how long a unit waited for its locks', async () => {
    const url = await newDatabase();
    const { observer, waits } = witness();
    const store = await openPostgres(url, schema, { observer });
    const other = await connect(url);
    onTestFinished(async () => {
      await other.close();
      await store.close();
    });
    await other.run('BEGIN');
    await other.lock(lock);
    const asked = performance.now();
    const running = store.run(nothing);
    await until(async () => (await other.waiting()) === 1);
    expect(waits).toEqual([]);
    await other.run('COMMIT');
    expect(await running).toBe('done');
    const [waited = 0] = waits;
    expect([waits.length, waited > 0, waited <= performance.now() - asked]).toEqual([
      1,
      true,
      true,
    ]);
  });
});
