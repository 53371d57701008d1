import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { harbourMarket, policy } from '@avow/policy-market';
import { createServer, type Server, scopeNames } from '@avow/server';
import { createAvow, passphraseFile, passwordsMeasure } from 'avow';
import { passwords } from './accounts/password.ts';
import { marketApp } from './app.ts';
import { fillMarket } from './demo/fill.ts';
import { openMarket } from './market.ts';
import { prepare } from './shop/prepare.ts';

/**
 * Where everything lies, under one folder. Data, keys and the last checkpoint are apart, so that a
 * copy of one of them opens nothing and hides nothing.
 */
export const placesIn = (home: string) => ({
  data: resolve(home, 'data/avow.db'),
  shop: resolve(home, 'data/market.db'),
  apiKeys: resolve(home, 'data/api-keys.db'),
  keys: resolve(home, 'keys/store/avow-keys.db'),
  passphrase: resolve(home, 'keys/root'),
  developmentKey: resolve(home, 'keys/api-key'),
  anchor: resolve(home, 'anchor/checkpoint'),
});

export type Places = ReturnType<typeof placesIn>;

export type Harbour = Awaited<ReturnType<typeof openHarbour>>;

/**
 * Opens Avow under the market's policy, the market on top of it, and one server for both. An empty
 * market is filled with the demonstration; one that has people keeps them.
 */
export async function openHarbour(
  places: Places,
  options: Pick<Parameters<typeof createServer>[0], 'log'> = {},
) {
  const avow = await createAvow({
    policy,
    database: { data: places.data, keys: places.keys },
    keys: passphraseFile(places.passphrase),
    anchor: places.anchor,
    origin: 'harbour.example/log',
    measures: [passwordsMeasure(passwords().hash)],
  });
  const market = openMarket(avow, { database: places.shop });
  const server = await createServer({
    ...options,
    avow,
    keys: places.apiKeys,
    name: harbourMarket.product,
    mount: [{ path: '/', app: marketApp(market) }],
  });
  await prepare(market);
  const filled = await fillMarket(market);
  await keepDevelopmentKey(server, places.developmentKey);
  return { avow, market, server, filled };
}

/** A key to the whole of /v1, for trying it out: made once, readable by its owner alone. */
async function keepDevelopmentKey({ keys }: Server, file: string): Promise<void> {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { key } = await keys.create({ label: 'development', scopes: scopeNames });
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
}
