import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MarketWords, policy as marketPolicy } from '@avow/policy-market';
import type { Clock } from '@avow/vault';
import { onTestFinished } from 'vitest';
import { type Avow, type AvowOptions, createAvow, passphraseFile } from '../src/index.ts';

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

/** Folders for one deployment, with a passphrase of its own; gone when the test is over. */
export function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avow-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'root'), `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  return folder;
}

export type Market = Avow<MarketWords>;

/** Opens the market's deployment in a folder, as a platform would. */
export async function openMarket(
  folder: string,
  options: Partial<AvowOptions<MarketWords>> = {},
): Promise<Market> {
  return createAvow({
    policy: marketPolicy,
    database: join(folder, 'data', 'avow.db'),
    keys: passphraseFile(join(folder, 'root')),
    ...options,
  });
}

/** A market in a fresh folder, closed when the test is over. */
export async function market(options: Partial<AvowOptions<MarketWords>> = {}): Promise<Market> {
  const avow = await openMarket(place(), options);
  onTestFinished(() => avow.close());
  return avow;
}
