import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { mailServer } from '../../avow/test/mail-server.ts';
import { audience, issuer } from './platform.ts';
import { folder, market, run, start, stop } from './running.ts';

const centre = {
  AVOW_CENTRE_ISSUER: issuer,
  AVOW_CENTRE_AUDIENCE: audience,
  AVOW_CENTRE_KEYS: 'http://localhost:9/keys',
  AVOW_CENTRE_ORIGIN: 'https://app.example',
  AVOW_CENTRE_SIGN_IN: 'https://app.example/login',
};
const from = 'Harbour Market <post@harbour.example>';

/** A letter as it arrives, put together again (RFC 5322, section 2.2.3; RFC 2045, section 6.7). */
const plain = (letter: string) =>
  letter
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (coded) =>
      Buffer.from(coded.replaceAll('=', ''), 'hex').toString('utf8'),
    );

describe('avow start, with a mail server', () => {
  test('writes to people, with links into the centre of the platform, as soon as it has one', async () => {
    const home = folder();
    const before = await start(home);
    const key = readFileSync(before.started.places.apiKey, 'utf8').trim();
    const call = callOf(before.started.url, key);
    const { person } = await call('POST', '/v1/subjects', { kind: 'person', country: 'CN' });
    const about = `/v1/subjects/${person}`;
    await call('POST', `${about}/agreement`, { answer: 'accept', language: 'en' });
    const fields = { 'contact.email': 'mei@example.com' };
    await call('POST', `${about}/fields`, { purpose: 'account', fields });
    const texts = {
      en: { subject: 'Lamps at the harbour', text: 'New lamps have come in.' },
      'zh-CN': { subject: '海港新到灯具', text: '新到一批灯具。' },
    };
    await call('POST', '/v1/campaigns', { texts });
    expect(await stop(before.child, 'SIGTERM')).toBe(0);

    const post = await mailServer();
    const avow = await start(home, {
      ...centre,
      AVOW_MAIL_URL: `smtp://127.0.0.1:${post.port}`,
      AVOW_MAIL_FROM: 'Harbour: Market <post@harbour.example>',
      AVOW_URL: 'https://avow.example/',
    });
    await vi.waitFor(() => expect(post.taken).toEqual(['mei@example.com']), 20_000);
    const letter = plain(post.letters[0] ?? '');
    expect(letter).toContain('Subject: Lamps at the harbour');
    expect(letter).toContain('From: "Harbour: Market" <post@harbour.example>');
    expect(letter).toContain('because you have an account at Harbour: Market and');
    expect(letter).toContain('https://app.example/me/choices?lang=en');
    const [, token = ''] =
      /List-Unsubscribe: <https:\/\/avow\.example\/unsubscribe\/([^?>]+)/.exec(letter) ?? [];
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const asked = { method: 'POST', body };
    expect((await fetch(`${avow.started.url}/unsubscribe/${token}`, asked)).status).toBe(200);

    // Nothing of the way there is told.
    expect(avow.said.join('\n')).not.toMatch(/mei@|smtp:/);
    expect(await stop(avow.child, 'SIGTERM')).toBe(0);
  });

  test.each([
    [{ AVOW_MAIL_URL: 'smtps://mail.example' }, 'AVOW_MAIL_URL and AVOW_MAIL_FROM go together'],
    [{ AVOW_MAIL_FROM: from }, 'AVOW_MAIL_URL and AVOW_MAIL_FROM go together'],
    [{ AVOW_MAIL_URL: 'https://u:secret@mail.example', AVOW_MAIL_FROM: from }, 'smtps://user'],
    [{ ...whole(), AVOW_MAIL_FROM: 'Harbour Market' }, 'AVOW_MAIL_FROM is one sender'],
    [
      { ...whole(), AVOW_MAIL_FROM: 'smtps://u:secret@mail.example' },
      'AVOW_MAIL_FROM is one sender',
    ],
    [whole(), 'AVOW_CENTRE_ISSUER is not'],
    [
      { ...whole(), ...centre, AVOW_MAIL_ADDRESS: 'contact.post' },
      'the policy has no "contact.post"',
    ],
  ])('refuses %o', async (environment, what) => {
    const refused = await run(['start', market], folder(), environment);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(what);
    expect(refused.stderr).not.toContain('secret');
  });
});

function whole() {
  return { AVOW_MAIL_URL: 'smtps://u:secret@mail.example', AVOW_MAIL_FROM: from };
}

const callOf = (url: string, key: string) => async (method: string, path: string, body: object) => {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  };
  const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
  const told = (await answer.json()) as { readonly person?: string };
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status} ${JSON.stringify(told)}`);
  return told;
};
