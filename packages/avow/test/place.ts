import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MarketWords, policy as marketPolicy } from '@avow/policy-market';
import type { Clock, Keyring } from '@avow/vault';
import { onTestFinished } from 'vitest';
import { onPostgres } from '../../vault/test/stores.ts';
import { type Avow, type AvowOptions, createAvow } from '../src/index.ts';

/** A clock that only its holder moves. */
export function handClock(start = Date.UTC(2026, 0, 5, 9)): Clock & { pass(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    pass(ms) {
      now += ms;
    },
  };
}

export const DAY = 24 * 3_600_000;

/** A folder for one deployment; gone when the test is over. */
export function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avow-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const root = randomBytes(32);

/** A root key at hand, so that not every test stretches a passphrase. */
export const keyring: Keyring = { rootKey: async () => createSecretKey(root), source: 'this test' };

export type Market = Avow<MarketWords>;

/** Opens the market's deployment in a folder, as a platform would. */
export async function openMarket(
  folder: string,
  options: Partial<AvowOptions<MarketWords>> = {},
): Promise<Market> {
  const stores = await storesOf(folder);
  return createAvow({ policy: marketPolicy, ...stores, keys: keyring, ...options });
}

export { onPostgres } from '../../vault/test/stores.ts';

type Stores = Pick<AvowOptions<MarketWords>, 'database' | 'anchor'>;

const made = new Map<string, Promise<Stores>>();

/** Where a folder's deployment has its stores: in it, or with `AVOW_ENGINE=postgres` in databases. */
export function storesOf(folder: string): Stores | Promise<Stores> {
  if (!onPostgres) return { database: join(folder, 'data', 'avow.db') };
  const stores = made.get(folder) ?? makeStores(folder);
  made.set(folder, stores);
  return stores;
}

async function makeStores(folder: string): Promise<Stores> {
  const { newDatabase } = await import('../../vault/test/postgres/database.ts');
  const [data, keys] = await Promise.all([newDatabase(), newDatabase()]);
  return { database: { data, keys }, anchor: join(folder, 'data-anchor', 'checkpoint') };
}

/** A market in a fresh folder, closed when the test is over. */
export async function market(options: Partial<AvowOptions<MarketWords>> = {}): Promise<Market> {
  const avow = await openMarket(place(), options);
  onTestFinished(() => avow.close());
  return avow;
}

/** Two servers on one deployment; on SQLite, which one process has, the same one twice. Closed after the test. */
export async function twoMarkets(
  options: Partial<AvowOptions<MarketWords>> = {},
): Promise<[Market, Market]> {
  const folder = place();
  const one = await openMarket(folder, options);
  const other = onPostgres ? await openMarket(folder, options) : one;
  onTestFinished(async () => {
    await one.close();
    if (other !== one) await other.close();
  });
  return [one, other];
}
