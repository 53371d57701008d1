import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MarketWords, policy } from '@avow/policy-market';
import { type Avow, type AvowOptions, createAvow } from 'avow';
import { onTestFinished } from 'vitest';
import { onPostgres, storesOf } from '../../vault/test/stores.ts';
import {
  createServer,
  type RequestLine,
  type Scope,
  type Server,
  type ServerOptions,
  scopeNames,
} from '../src/index.ts';

/** A server over a real library, on files of its own, with the policy of the market. */
export interface Place {
  readonly folder: string;
  readonly avow: Avow<MarketWords>;
  readonly server: Server;
  readonly log: RequestLine[];
  /** A key with these scopes; with all of them, if none is named. */
  key(...scopes: Scope[]): Promise<string>;
}

/** Opens one that lasts until the test is over. */
export async function open({
  queue,
  campaigns,
  interests,
  under = policy,
  ...more
}: Partial<Pick<ServerOptions, 'comments' | 'mount' | 'limits' | 'log' | 'url'>> &
  Pick<AvowOptions<MarketWords>, 'campaigns' | 'interests'> & {
    readonly queue?: number;
    /** Absent: the market's. */
    readonly under?: typeof policy;
  } = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-server-'));
  const log: RequestLine[] = [];
  const root = createSecretKey(randomBytes(32));
  const stores = await storesOf(folder);
  const avow = await createAvow({
    policy: under,
    database: stores,
    anchor: join(folder, 'anchor', 'checkpoint'),
    // A key at hand: stretching a passphrase takes longer than most of these tests.
    keys: { rootKey: async () => root, source: 'this test' },
    region: 'home',
    ...(queue !== undefined && { queue }),
    ...(campaigns !== undefined && { campaigns }),
    ...(interests !== undefined && { interests }),
  });
  const server = await createServer({
    avow,
    keys: onPostgres ? stores.data : join(folder, 'server', 'keys.db'),
    log: { info: (line) => log.push(line), error: (line) => log.push(line) },
    name: { en: 'Harbour Market', 'zh-CN': '海港集市' },
    ...more,
  });
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const key = async (...scopes: Scope[]) => {
    const made = { label: 'test', scopes: scopes.length > 0 ? scopes : scopeNames };
    return (await server.keys.create(made)).key;
  };
  return { folder, avow, server, log, key };
}

export interface Ask {
  readonly key?: string | undefined;
  readonly body?: unknown;
  readonly once?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  // A test reads what it expects and fails where that is not there.
  // biome-ignore lint/suspicious/noExplicitAny: the answer's shape is what is being tested
  readonly body: any;
}

let count = 0;

/** Asks as a client does, and reads the answer. Writes get an Idempotency-Key of their own. */
export async function ask(
  server: Server,
  method: string,
  path: string,
  { key, body, once = `once-${count++}`, headers = {} }: Ask = {},
): Promise<Told> {
  const response = await server.fetch(
    new Request(`http://localhost${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(method !== 'GET' && { 'idempotency-key': once }),
        ...headers,
      },
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
}
