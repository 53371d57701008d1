import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { audience, issuer, platform } from './platform.ts';
import { folder, market, run, start, stop } from './running.ts';

const matters = [
  {
    name: 'news',
    asks: 'permission',
    party: 'acme-ads',
    action: 'share',
    purposes: ['marketing.partner'],
    categories: ['contact.email'],
    title: { en: 'News of Acme', 'zh-CN': '艾克美的消息' },
    lead: { en: 'Four times a year.', 'zh-CN': '每年四次。' },
  },
];

describe('avow start, with a privacy centre for whom a platform of its own signs in', () => {
  test('gives a person what is held, their history, choices, a copy, and the way out', async () => {
    const home = folder();
    const { origin, seen } = await platform();
    writeFileSync(join(home, 'matters.json'), JSON.stringify(matters));
    const avow = await start(home, {
      AVOW_CENTRE_ISSUER: issuer,
      AVOW_CENTRE_AUDIENCE: audience,
      AVOW_CENTRE_KEYS: `${origin}/keys`,
      AVOW_CENTRE_ORIGIN: origin,
      AVOW_CENTRE_SIGN_IN: `${origin}/sign-in`,
      AVOW_CENTRE_MATTERS: 'matters.json',
    });
    const { url, places } = avow.started;
    seen.avow = url;
    const person = await registered(url, readFileSync(places.apiKey, 'utf8').trim());
    const read = async (path: string) => (await fetch(`${origin}${path}`)).text();
    const send = (path: string, fields: Record<string, string>, from = origin) =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { origin: from },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });

    // Nobody is signed in: the platform's own page is where to do that.
    const stranger = await fetch(`${origin}/me/history`, { redirect: 'manual' });
    expect(stranger.headers.get('location')).toBe(`${origin}/sign-in?next=%2Fme%2Fhistory`);

    seen.signedIn = { person };
    expect(await read('/me')).toContain('mei@example.com');
    expect(await read('/me/history?category=contact.email&lang=zh-CN')).toContain('电子邮箱');
    for (const file of ['look.css', 'centre.css', 'receipt-check.js', 'key', 'checkpoint']) {
      expect((await fetch(`${origin}/me/files/${file}`)).status).toBe(200);
    }

    // Avow itself takes no form from anywhere but the platform, and nobody without a token.
    expect((await send('/me/choices', {}, 'https://elsewhere.example')).status).toBe(403);
    expect((await send('/me/choices', { matter: 'news', answer: 'allow' })).status).toBe(303);
    expect(await read('/me/choices')).toContain('Take back');
    const forged = { headers: { authorization: 'Bearer a.b.c' }, redirect: 'manual' } as const;
    expect((await fetch(`${url}/me`, forged)).status).toBe(403);

    // What is announced is commented on here, and the page of the version leads here.
    const version = await announced(url, readFileSync(places.apiKey, 'utf8').trim());
    const page = await (await fetch(`${url}/policy/versions/${version}`)).text();
    expect(page).toContain(`href="${origin}/me/comments?lang=en"`);
    const said = { said: 'Too long.', sentence: 'S.5.1', version, once: crypto.randomUUID() };
    expect(await (await send('/me/comments', said)).text()).toContain('Your comment is kept');
    const own = await read('/me/comments');
    expect(own).toContain('Too long.');
    const [, comment = ''] = /name="comment" value="([^"]+)"/.exec(own) ?? [];
    const back = await send('/me/comments/back', { comment });
    expect(back.headers.get('location')).toBe('/me/comments');
    expect(await read('/me/comments')).toContain('You have written none.');

    const csv = await (await send('/me/take', { format: 'csv' })).text();
    expect(csv).toContain('"contact.email","e-mail address","mei@example.com","person"');

    // A session that was left open erases nobody: the platform has to have asked just now.
    expect(await read('/me/leave')).toContain(
      `${origin}/sign-in?next=%2Fme%2Fleave&amp;prompt=login`,
    );
    expect(await (await send('/me/leave', {})).text()).toContain('Sign in again');
    seen.signedIn = { person, authenticated: Date.now() - 6 * 60_000 };
    expect(await (await send('/me/leave', {})).text()).toContain('Sign in again');
    seen.signedIn = { person, authenticated: Date.now() };
    const erased = await (await send('/me/leave', {})).text();
    expect(erased).toContain('You are erased');

    // The token still says who it is; nobody is there any more. The receipt holds for anyone.
    expect((await fetch(`${origin}/me`, { redirect: 'manual' })).status).toBe(403);
    delete (seen as { signedIn?: unknown }).signedIn;
    const receipt = unescaped(/<textarea[^>]*>([^<]+)</.exec(erased)?.[1] ?? '');
    const checked = await (await send('/me/receipt', { receipt })).text();
    expect(checked).toContain('The receipt is right');
    expect(await stop(avow.child, 'SIGTERM')).toBe(0);
  });

  test.each([
    [{ AVOW_CENTRE_KEYS: 'https://app.example/keys' }, 'AVOW_CENTRE_ISSUER is not'],
    [{ AVOW_CENTRE_ISSUER: issuer }, 'AVOW_CENTRE_AUDIENCE is not'],
    [{ ...whole(), AVOW_CENTRE_KEYS: 'http://app.example/keys' }, 'over https'],
    [{ ...whole(), AVOW_CENTRE_ORIGIN: 'https://app.example/' }, 'without a path'],
    [{ ...whole(), AVOW_CENTRE_AT: 'me' }, 'AVOW_CENTRE_AT is a path'],
    [{ ...whole(), AVOW_CENTRE_POLICY: '/read?page=policy' }, 'AVOW_CENTRE_POLICY is a path'],
    [{ ...whole(), AVOW_CENTRE_POLICY: 'policy' }, 'AVOW_CENTRE_POLICY is a path'],
    [{ ...whole(), AVOW_CENTRE_MATTERS: 'none.json' }, 'JSON file that can be read'],
  ])('does not start on %j', async (environment, why) => {
    const failed = await run(['start', market], folder(), environment);
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toContain(why);
  });
});

function whole(): Record<string, string> {
  return {
    AVOW_CENTRE_ISSUER: issuer,
    AVOW_CENTRE_AUDIENCE: audience,
    AVOW_CENTRE_KEYS: 'https://app.example/keys',
    AVOW_CENTRE_ORIGIN: 'https://app.example',
  };
}

/** Somebody whom the platform registered, through /v1. */
async function registered(url: string, key: string): Promise<string> {
  const send = async (path: string, body: object) => {
    const answer = await fetch(`${url}/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': path,
      },
      body: JSON.stringify(body),
    });
    expect([path, answer.ok]).toEqual([path, true]);
    return (await answer.json()) as { person: string };
  };
  const { person } = await send('/subjects', { country: 'CN' });
  await send(`/subjects/${person}/agreement`, { answer: 'accept', language: 'en' });
  await send(`/subjects/${person}/fields`, {
    purpose: 'account',
    fields: { 'contact.email': 'mei@example.com' },
  });
  return person;
}

/** A major change for 31 days from now: accounts are kept a year longer. */
async function announced(url: string, key: string): Promise<string> {
  const policy = (await (await fetch(`${url}/policy.json`)).json()) as {
    vocabulary: { retentions: { account: { days: number } } };
  };
  policy.vocabulary.retentions.account.days += 365;
  const answer = await fetch(`${url}/v1/policy/announcements`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': 'announced',
    },
    body: JSON.stringify({
      policy,
      summary: { en: 'Accounts are kept longer.', 'zh-CN': '账号信息的保存期限延长。' },
      channels: ['page'],
      from: new Date(Date.now() + 31 * 24 * 3_600_000).toISOString(),
    }),
  });
  expect(answer.ok).toBe(true);
  return ((await answer.json()) as { version: string }).version;
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
