import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '@avow/policy';
import { harbourMarket, type MarketWords, marketPolicy } from '@avow/policy-market';
import { type Avow, createAvow, type PersonId, type StrayCookie } from 'avow';
import { onTestFinished } from 'vitest';
import { storesOf } from '../../vault/test/stores.ts';
import { cookieGate, type GateOptions } from '../src/index.ts';

const cookie = (purpose: string, more: object = {}) => ({
  label: { en: 'a cookie of the tests', 'zh-CN': '测试用 Cookie' },
  purpose,
  by: 'platform',
  ...more,
});

/** The market's policy with cookies for each purpose. */
const policy = {
  ...marketPolicy(harbourMarket),
  cookies: {
    session: cookie('cookies.needed'),
    seen: cookie('cookies.personal', { days: 90 }),
    'campaign_*': cookie('cookies.promotion', { days: 30, domain: 'shop.example', path: '/goods' }),
    theme: cookie('cookies.personal', { scripts: true }),
    remembered: cookie('cookies.needed', { days: 180 }),
  },
} as Policy<MarketWords>;

/** The browser's no and yes about cookies of a purpose. */
export type Purpose = 'cookies.needed' | 'cookies.personal' | 'cookies.promotion';

/** Avow in a folder of its own, a gate before it, and what the gate stopped. */
export async function site(options: Partial<GateOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'avow-'));
  const key = createSecretKey(randomBytes(32));
  const avow: Avow<MarketWords> = await createAvow({
    policy,
    database: await storesOf(folder),
    anchor: join(folder, 'anchor', 'checkpoint'),
    keys: { rootKey: async () => key, source: 'this test' },
  });
  onTestFinished(async () => {
    await avow.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const strays: StrayCookie[] = [];
  const faults: unknown[] = [];
  const gate = cookieGate({
    avow: avow as never,
    subject: (cookies) => cookies.get('session') as PersonId | undefined,
    stray: (stray) => strays.push(stray),
    fault: (problem) => faults.push(problem),
    ...options,
  });
  const { person } = await avow.subjects.create({ kind: 'device' });
  const choose = (purpose: Purpose, answer: 'accept' | 'reject') =>
    avow.cookies.choose({ person, purpose, answer, language: 'en' });
  return { avow, gate, person, choose, strays, faults };
}
