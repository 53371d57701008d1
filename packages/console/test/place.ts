import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MarketWords, policy } from '@avow/policy-market';
import { asPartyId, createAvow, type PersonId } from 'avow';
import { onTestFinished } from 'vitest';
import { type ConsoleOptions, operatorsConsole, type Role } from '../src/index.ts';

const root = createSecretKey(randomBytes(32));

export const carrier = asPartyId('lantern-post');

/** A platform that knows an operator by a header of the request: the least that one can hand in. */
export async function place(
  options: Partial<ConsoleOptions<MarketWords>> = {},
  whenDone: (close: () => Promise<void>) => void = onTestFinished,
) {
  const folder = mkdtempSync(join(tmpdir(), 'avow-console-'));
  const avow = await createAvow({
    policy,
    database: join(folder, 'data', 'avow.db'),
    keys: { rootKey: async () => root, source: 'this test' },
  });
  whenDone(async () => {
    await avow.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const app = operatorsConsole<MarketWords>({
    avow,
    at: '/console',
    name: { en: 'Reading Room', 'zh-CN': '阅览室' },
    whoIs: ({ request }) => {
      const role = request.headers.get('x-role');
      return role === null
        ? undefined
        : { operator: 'somebody at work' as PersonId, role: role as Role };
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
  return { avow, app, get, post };
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
