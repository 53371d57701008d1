import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '@avow/policy';
import { type MarketWords, policy as market } from '@avow/policy-market';
import { type Avow, type AvowOptions, asPartyId, createAvow, type PersonId } from 'avow';
import { onTestFinished } from 'vitest';
import { type ConsoleOptions, operatorsConsole, type Role, roles } from '../src/index.ts';

const root = createSecretKey(randomBytes(32));

export const carrier = asPartyId('lantern-post');

/** A platform that knows an operator by a header of the request: the least that one can hand in. */
export async function place(
  options: Partial<ConsoleOptions<MarketWords>> = {},
  {
    whenDone = onTestFinished,
    policy = market,
    ...more
  }: Partial<Omit<AvowOptions<MarketWords>, 'policy'>> & {
    readonly whenDone?: (close: () => Promise<void>) => void;
    readonly policy?: Policy<MarketWords>;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'avow-console-'));
  const avow = await createAvow({
    policy,
    region: 'home',
    database: join(folder, 'data', 'avow.db'),
    keys: { rootKey: async () => root, source: 'this test' },
    ...more,
  });
  whenDone(async () => {
    await avow.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const operators = await staff(avow);
  const app = operatorsConsole<MarketWords>({
    avow,
    at: '/console',
    name: { en: 'Reading Room', 'zh-CN': '阅览室' },
    whoIs: ({ request }) => {
      const role = request.headers.get('x-role');
      return role === null ? undefined : { operator: operators[role as Role], role: role as Role };
    },
    nameOf: (party) => (party === carrier ? 'Lantern Post' : undefined),
    ...options,
  });
  const url = 'http://room.test';
  const as = (role: Role | undefined): Record<string, string> => (role ? { 'x-role': role } : {});
  const get = async (path: string, role?: Role, headers: Record<string, string> = {}) =>
    app.request(`${url}${path}`, { headers: { ...headers, ...as(role) } });
  const post = async (
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    role?: Role,
    origin = url,
  ) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const each of [value].flat()) body.append(name, each);
    }
    return app.request(`${url}${path}`, { method: 'POST', headers: { origin, ...as(role) }, body });
  };
  return { avow, app, get, post, operators };
}

/** One operator of each role, as the platform lets them in: an auditor looks on, and is not of the desk. */
async function staff(avow: Avow<MarketWords>): Promise<Readonly<Record<Role, PersonId>>> {
  const one = async (role: Role) => {
    const { person: operator } = await avow.subjects.create({ kind: 'device' });
    if (role !== 'auditor') await avow.desk.staff.appoint({ operator });
    return [role, operator] as const;
  };
  return Object.fromEntries(await Promise.all(roles.map(one))) as Record<Role, PersonId>;
}

type Place = Awaited<ReturnType<typeof place>>;

/** What an administrator enters to engage a carrier. */
export const terms = {
  as: 'servicePartner',
  party: carrier,
  purposes: ['fulfilment'],
  categories: ['contact.name', 'contact.address'],
  country: 'CN',
};

/** The carrier, engaged past the pages. */
export const engaged = ({ avow }: Place) =>
  avow.parties.engage({
    party: carrier,
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories: ['contact.name', 'contact.address'],
    country: 'CN',
  });

/** The hidden field that names one sending of the form on a page. */
export function onceOn(page: string): string {
  const [, once = ''] = /name="once" value="([^"]+)"/.exec(page) ?? [];
  return once;
}

/** A key pair of a party, as its JWKs. */
export function keyPair(use: 'enc' | 'sig' = 'sig') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicJwk: { ...publicKey.export({ format: 'jwk' }), use },
    privateJwk: { ...privateKey.export({ format: 'jwk' }), use },
  };
}
