import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cited } from '../../packages/avow/test/cited.ts';
import { onPostgres } from '../../packages/vault/test/stores.ts';
import { type OpenMarket, openMarket } from '../market.ts';

/** What must stand nowhere: as it was entered, or as a browser sends it unasked. */
const seeded = {
  email: 'Seeded.Quill@clear.example',
  other: 'seeded@moved.example',
  name: 'Seeded Quill 林鹭',
  phone: '+86 131 7777 0042',
  address: '99 Seeded Lane, Xiamen',
  password: 'seeded words of passage',
  agent: 'SeededBrowser/4.08',
  network: '203.0.113.77',
};

let market: OpenMarket;
const lines: string[] = [];
const consoles = (['log', 'error', 'warn', 'info'] as const).map((name) =>
  vi.spyOn(console, name).mockImplementation((...said) => void lines.push(said.join(' '))),
);

beforeAll(async () => {
  const told = (line: object) => void lines.push(JSON.stringify(line));
  market = await openMarket({ log: { info: told, error: told } });
});
afterAll(async () => {
  await market.close();
  for (const spy of consoles) spy.mockRestore();
});

/** A browser over HTTP that tells what browsers tell. */
function browser() {
  let cookie = '';
  return {
    async send(path: string, fields?: Record<string, string>): Promise<Response> {
      const response = await fetch(new URL(path, market.url), {
        redirect: 'manual',
        ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
        headers: {
          origin: market.url,
          'user-agent': seeded.agent,
          'x-forwarded-for': seeded.network,
          forwarded: `for=${seeded.network}`,
          'accept-language': 'en',
          cookie,
        },
      });
      for (const set of response.headers.getSetCookie()) cookie = set.split(';', 1)[0] ?? '';
      return response;
    },
    cookie: () => cookie,
  };
}

async function tokenTo(address: string): Promise<string> {
  const { market: open, inbox } = market.harbour;
  await open.people.settled();
  const message = inbox?.received.find(({ to }) => to === address);
  return /token=([\w-]+)/.exec(message?.text ?? '')?.[1] ?? '';
}

test(`${cited('6.a.3')}: a whole session over HTTP leaves nothing of whoever had it in clear, in no table, file or line`, async () => {
  const { send, cookie } = browser();
  const { email, password } = seeded;
  const form = {
    ...{ as: 'person', email, password, accept: 'yes', answer: 'accept' },
    'contact.name': seeded.name,
    'contact.phone': seeded.phone,
    'contact.address': seeded.address,
  };
  expect((await send('/join', form)).status).toBe(303);
  const token = await tokenTo(email);
  expect((await send('/join/confirm', { token, password })).status).toBe(303);
  const first = cookie();
  expect((await send('/mine')).status).toBe(200);
  for (const tried of ['not this one', password]) {
    await browser().send('/login', { email, password: tried, next: '/' });
  }
  expect((await send('/account/address', { email: seeded.other, password })).status).toBe(303);
  const moving = await tokenTo(seeded.other);
  expect((await send('/account/address/confirm', { token: moving })).status).toBe(200);
  await browser().send('/login/forgotten', { email: seeded.other });
  const reset = await tokenTo(seeded.other);
  await browser().send('/staff/login', { name: 'seeded.staff', password });
  expect((await send('/nowhere-of-Seeded-Quill')).status).toBe(404);

  const secrets = [first.split('=', 2)[1] ?? '', token, moving, reset, 'seeded.staff'];
  const forms = [...Object.values(seeded), ...secrets, email.toLowerCase(), 'Seeded-Quill'];
  expect(forms.every((each) => each.length > 4)).toBe(true);
  const places = { ...(await files()), ...(await tables()), lines: Buffer.from(lines.join('\n')) };
  expect(lines.length).toBeGreaterThan(8);
  for (const [place, bytes] of Object.entries(places)) {
    const found = forms.filter((value) => encodings(value).some((each) => bytes.includes(each)));
    expect([place, found]).toEqual([place, []]);
  }
});

/** As people write it and as encodings turn it. */
const encodings = (value: string) => [
  Buffer.from(value),
  Buffer.from(value, 'utf16le'),
  Buffer.from(Buffer.from(value).toString('base64').slice(0, -4)),
  Buffer.from(Buffer.from(value).toString('hex')),
  Buffer.from(encodeURIComponent(value)),
];

/** Everything under the market's folder: data, keys, what lies outside them. */
async function files(): Promise<Record<string, Buffer>> {
  const entries = readdirSync(market.home, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
  if (!onPostgres) expect(paths.some((path) => path.endsWith('accounts.db'))).toBe(true);
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path)]));
}

/** The accounts' sessions as they lie in the tables; those of PostgreSQL all of them, for it has no files here. */
async function tables(): Promise<Record<string, Buffer>> {
  if (!onPostgres) {
    const accounts = new DatabaseSync(join(market.home, 'data/accounts.db'), { readOnly: true });
    const rows = accounts.prepare('SELECT "ipAddress", "userAgent" FROM "session"').all();
    accounts.close();
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
    return { sessions: Buffer.from(JSON.stringify(rows)) };
  }
  const { Client } = await import('pg');
  const client = new Client({ connectionString: market.places.accounts });
  await client.connect();
  const { rows } = await client.query<{ readonly name: string }>(
    "SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema LIKE 'avow%' AND table_type = 'BASE TABLE'",
  );
  expect(rows.length).toBeGreaterThan(4);
  const dumped: Record<string, Buffer> = {};
  for (const { name } of rows) {
    const { rows: held } = await client.query(`SELECT t::text AS line FROM ${name} t`);
    dumped[name] = Buffer.from(JSON.stringify(held));
  }
  await client.end();
  return dumped;
}
