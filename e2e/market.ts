import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Harbour,
  type HarbourOptions,
  openHarbour,
  type Places,
  placesIn,
} from 'avow-example-market';
import { onPostgres, storesOf } from '../packages/vault/test/stores.ts';

/** A whole market of its own, on a port that the system chose, with the demonstration in it. */
export interface OpenMarket {
  readonly url: string;
  readonly home: string;
  readonly places: Places;
  readonly harbour: Harbour;
  close(): Promise<void>;
}

const silent = { info: () => undefined, error: console.error };

/** Everybody in a test comes from one address, so that only a test about limits should meet one. */
const generous = { perSecond: 1_000, burst: 1_000 };

const markets = new Map<string, OpenMarket>();

/** The market that a page was read at. */
export function marketAt(url: string): OpenMarket {
  const market = markets.get(new URL(url).origin);
  if (market === undefined) throw new Error(`No market is open at ${url}.`);
  return market;
}

export async function openMarket(options: Partial<HarbourOptions> = {}): Promise<OpenMarket> {
  const home = await mkdtemp(join(tmpdir(), 'avow-market-'));
  const stores = await storesOf(home);
  const apart = placesIn(home);
  const { data } = stores;
  const shared = onPostgres ? { apiKeys: data, accounts: data, operators: data } : {};
  // Links and passkeys have to know the address before the market listens; a passkey belongs to a name.
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const limits = { account: generous, caller: generous, mail: generous };
  const places = { ...apart, ...stores, ...shared };
  const harbour = await openHarbour(places, { log: silent, url, limits, ...options });
  const { stop } = await harbour.server.listen({ port });
  const market: OpenMarket = {
    url,
    home,
    places,
    harbour,
    async close() {
      markets.delete(url);
      await harbour.market.people.settled();
      await stop();
      await harbour.market.close();
      await rm(home, { recursive: true });
    },
  };
  markets.set(url, market);
  return market;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
