import { join } from 'node:path';
import { createServer, scopeNames } from '@avow/server';
import { type EngineName, engines } from './engines.ts';

/** What a served engine tells whoever started it. */
export interface Served {
  readonly url: string;
  readonly key: string;
  readonly people: readonly string[];
}

const unlogged = { info: () => undefined, error: () => undefined };

/** One engine behind the server, in a process of its own, until its starter lets go of it. */
async function serve(name: EngineName, folder: string, count: number): Promise<void> {
  const { avow, people } = await engines[name](folder, count);
  const server = await createServer({ avow, keys: join(folder, 'keys.db'), log: unlogged });
  const { key } = await server.keys.create({ label: 'bench', scopes: scopeNames });
  const { url, stop } = await server.listen({ port: 0 });
  process.once('disconnect', () => void stop());
  process.send!({ url, key, people } satisfies Served);
}

const [name, folder, count] = process.argv.slice(2);
await serve(name as EngineName, folder!, Number(count));
