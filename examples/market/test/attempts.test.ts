import { createGate } from '@avow/server';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { passwords } from '../src/accounts/password.ts';
import { attempts } from '../src/web/attempts.ts';
import type { Env, Visit } from '../src/web/visit.ts';
import { wordsIn } from '../src/words/index.ts';

test('one address may try so often, and then has to wait; another is not kept waiting', async () => {
  let at = 0;
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const visit: Partial<Visit> = {
      language: 'en',
      words: wordsIn('en'),
      to: (path) => path,
      path: '/',
    };
    c.set('visit', { ...visit, in: () => '/', carrying: (path) => path } as Visit);
    await next();
  });
  app.post('/login', attempts({ rate: { perSecond: 0.5, burst: 2 }, now: () => at }), (c) =>
    c.text('tried'),
  );
  const attempt = async (caller?: string) =>
    app.request('/login', { method: 'POST' }, caller === undefined ? {} : { caller });
  const statuses = async (caller?: string) => [
    (await attempt(caller)).status,
    (await attempt(caller)).status,
    (await attempt(caller)).status,
  ];
  expect(await statuses('a')).toEqual([200, 200, 429]);
  expect(await statuses('b')).toEqual([200, 200, 429]);
  const refused = await attempt('a');
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(await refused.text()).toContain('Nothing was changed');
  at += 2_000;
  expect(await statuses('a')).toEqual([200, 429, 429]);
  // Inside another server, or in a test, there is nobody to count by.
  expect(await statuses()).toEqual([200, 200, 200]);
});

test('however many log in at once, two passwords are hashed at a time and few wait', async () => {
  const gate = createGate({ atOnce: 2, waiting: 3 });
  let most = 0;
  const watched = {
    ...gate,
    through: <A>(work: () => Promise<A>) =>
      gate.through(() => {
        most = Math.max(most, gate.load.running);
        return work();
      }),
  };
  const { matches } = passwords(watched);
  const tries = Array.from({ length: 20 }, () => matches('a boat of paper', undefined));
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'AVOW_BUSY' });
  }
  expect(most).toBe(2);
});
