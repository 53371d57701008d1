import { openProxy, type Proxy as Way } from '../../packages/vault/test/postgres/proxy.ts';
import type { PostgresStores } from '../deployment/postgres.ts';
import type { Anvil, Blow } from './blow.ts';
import { through } from './through.ts';

/** What is cut, and when. The middle one is the worst: it was kept, and nobody is told. */
const MOMENTS = ['not kept', 'kept', 'all'] as const;

/** The way to PostgreSQL is cut: at a COMMIT, before it or before its answer, or all of it at once. */
export const cuts: Blow = {
  name: 'connection cut at COMMIT',
  rounds: { postgres: 6 },
  async strike(anvil) {
    const proxies: Way[] = [];
    const stores = async (home: string) => {
      const behind = (await anvil.stores(home)) as PostgresStores;
      const [data, keys] = [await openProxy(behind.data), await openProxy(behind.keys)];
      proxies.push(data, keys);
      return { ...behind, environment: { AVOW_DATA: data.url, AVOW_KEYS: keys.url } };
    };
    try {
      await through(anvil, 'cut', { stores }, (_, round) => harm(anvil, proxies, round));
    } finally {
      for (const proxy of proxies) await proxy.close();
    }
  },
};

function harm({ dice }: Anvil, proxies: readonly Way[], round: number) {
  const way = MOMENTS[round % MOMENTS.length]!;
  // Most of what is kept is data; what is cut towards the keys is an erasure or a person's first.
  const proxy = dice.fraction() < 0.75 ? proxies[0]! : proxies[1]!;
  return {
    async begin() {
      if (way === 'all') for (const each of proxies) each.cut();
      else proxy.cutNextCommit(way);
    },
    lasts: 50,
    end: async () => undefined,
  };
}
