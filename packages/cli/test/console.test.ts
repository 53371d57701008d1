import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audience, issuer, platform } from './platform.ts';
import { folder, market, run, start, stop } from './running.ts';

test('avow start gives the console to operators whom a platform signs in, each as what it says they are', async () => {
  const { origin, seen } = await platform();
  const avow = await start(folder(), {
    AVOW_CONSOLE_ISSUER: issuer,
    AVOW_CONSOLE_AUDIENCE: audience,
    AVOW_CONSOLE_KEYS: `${origin}/keys`,
    AVOW_CONSOLE_ORIGIN: origin,
    AVOW_CONSOLE_SIGN_IN: `${origin}/sign-in`,
  });
  const { url, places } = avow.started;
  seen.avow = url;
  const key = readFileSync(places.apiKey, 'utf8').trim();
  const made = await fetch(`${url}/v1/subjects`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': 'operator',
    },
    body: JSON.stringify({ kind: 'device' }),
  });
  const { person } = (await made.json()) as { person: string };
  const read = (path: string) => fetch(`${origin}${path}`, { redirect: 'manual' });
  const suspend = (from = origin) =>
    fetch(`${origin}/console/parties/suspend`, {
      method: 'POST',
      headers: { origin: from },
      body: new URLSearchParams({ party: 'nobody', once: crypto.randomUUID() }),
      redirect: 'manual',
    });

  const stranger = await read('/console/duties');
  expect(stranger.headers.get('location')).toBe(`${origin}/sign-in?next=%2Fconsole%2Fduties`);
  // A person's token is none of an operator's, nor is one without a second factor.
  seen.signedIn = { person };
  expect((await read('/console')).status).toBe(403);
  seen.signedIn = { person, role: 'administrator', amr: ['pwd'] };
  expect((await read('/console')).status).toBe(403);

  seen.signedIn = { person, role: 'administrator', amr: ['pwd', 'mfa'] };
  expect(await (await read('/console/parties')).text()).toContain('Nobody was engaged yet');
  expect((await read('/console/files/console.css')).status).toBe(200);
  expect((await suspend('https://elsewhere.example')).status).toBe(403);
  expect((await suspend()).status).toBe(404);
  seen.signedIn = { person, role: 'support', amr: ['mfa'] };
  expect((await read('/console/parties')).status).toBe(403);
  expect((await read('/console/measures')).status).toBe(200);
  // Whoever was sent a link comes signed in nowhere: the portal is there beside the console.
  seen.signedIn = undefined;
  const link = await read('/handed/no-such-ticket?for=court');
  expect(link.headers.get('cache-control')).toBe('no-store');
  expect(await link.text()).toContain('taken up once');
  const taking = await fetch(`${origin}/handed/no-such-ticket`, {
    method: 'POST',
    body: new URLSearchParams({ party: 'court', code: '0000-0000-0000', once: 'x' }),
  });
  expect([taking.status, (await taking.text()).includes('not the code')]).toEqual([422, true]);
  expect((await read('/handed/no-such-ticket')).status).toBe(404);
  expect(await stop(avow.child, 'SIGTERM')).toBe(0);
});

test.each([
  [{ AVOW_CONSOLE_KEYS: 'https://app.example/keys' }, 'AVOW_CONSOLE_ISSUER is not'],
  [{ AVOW_CONSOLE_ISSUER: issuer }, 'the console needs both'],
])('it does not start on %j', async (environment, why) => {
  const failed = await run(['start', market], folder(), environment as Record<string, string>);
  expect(failed).toMatchObject({ code: 2, stdout: '' });
  expect(failed.stderr).toContain(why);
});
