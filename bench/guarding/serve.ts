import { join } from 'node:path';
import { createServer, scopeNames } from '@avow/server';
import type { Place } from '../place.ts';
import { type EngineName, engines } from './engines.ts';

/** What a served engine tells whoever started it. */
export interface Served {
  readonly url: string;
  readonly key: string;
  readonly people: readonly string[];
}

/** One key asks for all clients: more than a server takes of one by default. */
const most = { perSecond: 1e9, burst: 1e9 };
const unlimited = { key: most, address: most };
const unlogged = { info: () => undefined, error: () => undefined };

/** One engine behind the server, in a process of its own, until its starter lets go of it. */
async function serve(name: EngineName, place: Place, count: number): Promise<void> {
  const { avow, people } = await engines[name](place, count);
  const keys = join(place.folder, 'api-keys.db');
  const server = await createServer({ avow, keys, log: unlogged, limits: unlimited });
  const { key } = await server.keys.create({ label: 'bench', scopes: scopeNames });
  const { url, stop } = await server.listen({ port: 0 });
  process.once('disconnect', () => void stop());
  process.send!({ url, key, people } satisfies Served);
}

const [name, place = '', count] = process.argv.slice(2);
await serve(name as EngineName, JSON.parse(place) as Place, Number(count));
