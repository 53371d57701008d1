import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Harbour, openHarbour, placesIn } from 'avow-example-market';
import { onPostgres, storesOf } from '../packages/vault/test/stores.ts';

/** A whole market of its own, on a port that the system chose, with the demonstration in it. */
export interface OpenMarket {
  readonly url: string;
  readonly harbour: Harbour;
  close(): Promise<void>;
}

const silent = { info: () => undefined, error: console.error };

export async function openMarket(): Promise<OpenMarket> {
  const home = await mkdtemp(join(tmpdir(), 'avow-market-'));
  const stores = await storesOf(home);
  const places = { ...placesIn(home), ...stores };
  const apiKeys = onPostgres ? stores.data : places.apiKeys;
  const harbour = await openHarbour({ ...places, apiKeys }, { log: silent });
  const { url, stop } = await harbour.server.listen({ port: 0 });
  return {
    url,
    harbour,
    async close() {
      await stop();
      harbour.market.close();
      await rm(home, { recursive: true });
    },
  };
}
