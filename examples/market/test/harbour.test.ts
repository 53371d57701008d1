import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inbox } from '@avow/accounts';
import { expect, onTestFinished, test } from 'vitest';
import { onPostgres, storesOf } from '../../../packages/vault/test/stores.ts';
import { openHarbour, placesIn } from '../src/harbour.ts';

const url = 'https://harbour.example';
const silent = { info: () => undefined, error: console.error };

/** Opens a market in a folder, as a start does; `close` as a stop does. */
async function opened(home: string, options: Partial<Parameters<typeof openHarbour>[1]> = {}) {
  const stores = await storesOf(home);
  const { data } = stores;
  const shared = onPostgres ? { accounts: data, operators: data, apiKeys: data } : {};
  const places = { ...placesIn(home), ...stores, ...shared };
  const harbour = await openHarbour(places, { url, log: silent, ...options });
  const get = async (path: string) => harbour.server.fetch(new Request(`${url}${path}`));
  const credentials = () => readFileSync(places.administrator, 'utf8');
  async function close() {
    await harbour.market.close();
    await harbour.server.close();
  }
  return { ...harbour, get, credentials, close };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'avow-harbour-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('where mail is sent nobody is shown it, and nobody comes in with a password that all know', async () => {
  const harbour = await opened(folder(), { mail: inbox() });
  expect((await harbour.get('/inbox')).status).toBe(404);
  const login = await (await harbour.get('/login')).text();
  expect(login).not.toContain('mei@harbour.example');
  expect(harbour.filled).toBe(false);
  expect(harbour.market.accounts.count()).toBe(0);
  expect(await (await harbour.get('/join/sent')).text()).not.toContain('/inbox');
  await harbour.close();
});

test('the first administrator is made once, and made anew only while nobody is one', async () => {
  const home = folder();
  const mail = inbox();
  const first = await opened(home, { mail });
  const said = first.credentials();
  expect(said).toMatch(/^name: administrator\npassword: [a-z2-9-]{27}\n$/);
  await first.close();

  const second = await opened(home, { mail });
  expect(second.credentials()).toBe(said);
  await second.close();

  // Cut off before the file was written: new credentials, since nobody has used the old ones.
  rmSync(placesIn(home).administrator);
  const third = await opened(home, { mail });
  expect(third.credentials()).not.toBe(said);
  expect(await third.market.operators.list()).toHaveLength(1);
  const [, password = ''] = /password: (\S+)/.exec(third.credentials()) ?? [];
  const entered = await third.market.operators.signIn({ name: 'administrator', password });
  expect(entered.outcome).toBe('in');
  expect('setCookie' in entered && entered.setCookie).toMatch(/; Secure/);
  await third.close();
});
