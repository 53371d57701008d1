import { createSecretKey, randomBytes } from 'node:crypto';
import type { MarketWords } from '@avow/policy-market';
import { harbourMarket, type MarketRegion, marketPolicy } from '@avow/policy-market';
import { onTestFinished } from 'vitest';
import type { AvowOptions, Neighbour, PersonId } from '../src/index.ts';
import { type Market, openMarket, place } from './place.ts';

/** The market's policy with servers in China and in Germany. */
export const policy = marketPolicy({ ...harbourMarket, regions: ['home', 'eu'] });

/** The deployment of a region: its own folder, stores and root key. */
export async function regionOf(
  region: MarketRegion,
  folder = place(),
  options: Partial<AvowOptions<MarketWords>> = {},
): Promise<Market> {
  const root = createSecretKey(randomBytes(32));
  const keys = { rootKey: async () => root, source: 'this test' };
  const avow = await openMarket(folder, {
    policy,
    region,
    keys,
    origin: `${region}/avow`,
    ...options,
  });
  onTestFinished(() => avow.close());
  return avow;
}

const countries = { home: 'CN', eu: 'DE' } as const;

/** Engages the deployment of another region, with its keys. */
export async function introduce(avow: Market, other: Market, region: MarketRegion): Promise<void> {
  const { party, enc, sig } = other.transfers.keys();
  await avow.parties.engage({
    ...{ party, as: 'region', country: countries[region] },
    ...{ purposes: ['keeping', 'account'], categories: ['contact.name', 'contact.phone'] },
  });
  await avow.parties.addKey({ party, jwk: enc });
  await avow.parties.addKey({ party, jwk: sig });
}

/** Puts it on record that names may go from China to Germany. */
export async function intoGermany(avow: Market) {
  return avow.mechanisms.register({
    ...{ kind: 'contract', origin: 'CN', destination: 'DE', document: 'b'.repeat(64) },
    ...{ purposes: ['keeping', 'account'], categories: ['contact.name'] },
  });
}

/** What one deployment says to another's letters, without a network between. */
export function neighbourOf(avow: Market): Neighbour {
  return {
    async open(letter) {
      const decided = await avow.transfers.open(letter);
      return decided.permitted ? decided.value.key : undefined;
    },
    standing: (letter) => avow.transfers.standing(letter),
  };
}

/** A name, to be kept in the other region as well. */
export const sending = { purpose: 'keeping', categories: ['contact.name'], to: 'eu' } as const;

/** What is held of somebody, as they read it. */
export async function heldOf(avow: Market, person: PersonId) {
  const exported = await avow.export({ person });
  return exported.permitted ? exported.value.held : [];
}
