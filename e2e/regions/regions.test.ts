import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { onPostgres } from '../../packages/vault/test/stores.ts';
import { type Client, clientOf, granted } from '../servers/client.ts';
import { member, use } from '../servers/people.ts';
import { type RunningServer, startServer } from '../servers/server.ts';

const policy = join(import.meta.dirname, 'policy.ts');

/** The deployment of one region: a process, stores and a passphrase of its own. */
interface Region {
  readonly folder: string;
  readonly ask: Client;
  readonly server: RunningServer;
  readonly environment: Readonly<Record<string, string>>;
}

const running: Region[] = [];
afterEach(async () => {
  const all = running.splice(0);
  await Promise.all(all.map(({ server }) => server.kill()));
  for (const { folder, ask } of all) {
    ask.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function storesOf(): Promise<Readonly<Record<string, string>>> {
  if (!onPostgres) return {};
  const { newDatabase } = await import('../../packages/vault/test/postgres/database.ts');
  const [AVOW_DATA, AVOW_KEYS] = await Promise.all([newDatabase(), newDatabase()]);
  return { AVOW_DATA, AVOW_KEYS };
}

async function start(
  region: string,
  others: string,
  folder = mkdtempSync(join(tmpdir(), `avow-${region}-`)),
  stores?: Readonly<Record<string, string>>,
  directory = 'directory',
): Promise<Region> {
  const key = join(folder, 'directory-key');
  if (!existsSync(key)) writeFileSync(key, 'd1'.repeat(32), { mode: 0o600 });
  const looksUp = { AVOW_DIRECTORY: directory, AVOW_DIRECTORY_KEY: key };
  const named = {
    AVOW_REGION: region,
    AVOW_REGIONS: others,
    AVOW_ORIGIN: `${region}.example/avow`,
  };
  const environment = { ...(stores ?? (await storesOf())), ...named, ...looksUp };
  const server = await startServer(folder, environment, policy);
  const apiKey = readFileSync(join(folder, 'keys/api-key'), 'utf8').trim();
  const started = { folder, server, environment, ask: clientOf(server.url, apiKey) };
  running.push(started);
  return started;
}

/** Engages the deployment of another region with the keys that it shows. */
async function introduce(here: Client, there: Client, country: string): Promise<void> {
  const { party, enc, sig } = await granted(there('GET', '/v1/transfers/keys'));
  const covered = { purposes: ['keeping', 'account'], categories: ['contact.name'] };
  const body = { as: 'region', country, ...covered };
  await granted(here('POST', `/v1/parties/${party}/engagements`, { body }));
  for (const jwk of [enc, sig]) {
    await granted(here('POST', `/v1/parties/${party}/keys`, { body: { jwk } }));
  }
}

const mechanism = {
  ...{ kind: 'contract', origin: 'CN', destination: 'DE', document: 'c'.repeat(64) },
  ...{ purposes: ['keeping', 'account'], categories: ['contact.name'] },
};

it('transfers to another region on a mechanism, and there it closes with the erasure at home', {
  timeout: 300_000,
}, async () => {
  const home = await start('home', '');
  const eu = await start('eu', `home=${home.server.url}`, undefined, undefined, home.server.url);
  await introduce(home.ask, eu.ask, 'DE');
  await introduce(eu.ask, home.ask, 'CN');
  const person = await member(home.ask);
  const body = { person, purpose: 'keeping', categories: ['contact.name'], to: 'eu' };

  // Without a mechanism: refused, and what is missing is said.
  const refused = await granted(home.ask('POST', '/v1/transfers', { body }));
  expect(refused).toMatchObject({ permitted: false, sentence: 'P.1' });
  expect(JSON.stringify(refused.missing)).toContain('"mechanism"');

  for (const { ask } of [home, eu]) {
    await granted(ask('POST', '/v1/mechanisms', { body: mechanism }));
  }
  const sent = await granted(home.ask('POST', '/v1/transfers', { body }));
  expect(sent).toMatchObject({ permitted: true, sentence: '4.2' });
  const { letter, jwe } = sent.value;
  const kept = await granted(eu.ask('POST', '/v1/transfers/arrivals', { body: { letter, jwe } }));
  expect(kept).toMatchObject({ permitted: true, sentence: '4.1' });
  const abroad = kept.value.person as string;
  expect(abroad).not.toBe(person);
  expect(await use(eu.ask, abroad)).toBe('permitted');

  const history = await granted(home.ask('GET', `/v1/subjects/${person}/history`));
  expect(history.value.history.map(({ what }: { what: object }) => what)).toContainEqual(
    expect.objectContaining({
      action: 'transfer',
      party: 'region:eu',
      mechanisms: [expect.objectContaining({ kind: 'contract', destination: 'DE' })],
    }),
  );

  // A letter of somebody else's opens nothing.
  const forged = `${letter.slice(0, -8)}AAAAAAAA`;
  const asked = await home.ask('POST', '/v1/transfers/openings', { body: { letter: forged } });
  expect(asked).toMatchObject({ status: 422, body: { code: 'AVOW_INPUT' } });

  expect(await granted(eu.ask('POST', '/v1/transfers/renewals', { body: {} }))).toMatchObject({
    standing: 1,
  });
  // A login in either region finds its home, by a value that neither tells the other.
  const value = 'mei@example.org';
  const listed = await granted(
    home.ask('POST', `/v1/subjects/${person}/homes`, { body: { value } }),
  );
  expect(listed).toEqual({ home: 'home' });
  const taken = await granted(eu.ask('POST', `/v1/subjects/${abroad}/homes`, { body: { value } }));
  expect(taken).toEqual({ home: 'home' });
  const homeOf = async (ask: Client) =>
    (await granted(ask('POST', '/v1/directory/homes', { body: { value } }))).home;
  expect(await homeOf(eu.ask)).toBe('home');

  // Both are killed and started again: what they are to one another is the same.
  await Promise.all([home.server.kill(), eu.server.kill()]);
  const again = await start('home', '', home.folder, home.environment);
  const known = `home=${again.server.url}`;
  const there = await start('eu', known, eu.folder, eu.environment, again.server.url);
  expect(await use(there.ask, abroad)).toBe('permitted');

  await granted(again.ask('POST', `/v1/subjects/${person}/erasure`));
  // The rounds have begun with the start; asked again it comes to the same.
  await granted(there.ask('POST', '/v1/transfers/renewals', { body: {} }));
  expect(await use(there.ask, abroad)).toBe('AVOW_ERASED');
  expect(await homeOf(there.ask)).toBeNull();
});
