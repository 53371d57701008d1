import type { Words } from '@avow/policy';
import type { Vault } from '@avow/vault';
import type { Avow } from './face/index.ts';
import type { UnderWay } from './face/upkeep.ts';

type Watched = Pick<Avow<Words>, 'sweep' | 'underWay'>;

/** Sweeps as `sweep` does, and tells meanwhile how far that is; and how far the replacing of keys has come. */
export function underWayOf(vault: Vault, sweeping: Watched['sweep']): Watched {
  let swept: UnderWay['sweep'];
  return {
    async sweep(onProgress) {
      const { due } = await vault.upkeep();
      swept = { removed: 0, held: 0, due };
      try {
        return await sweeping((progress) => {
          swept = { removed: progress.removed, held: progress.held, due };
          onProgress?.(progress);
        });
      } finally {
        swept = undefined;
      }
    },

    async underWay() {
      const sweep = swept;
      const { underWay } = await vault.custody.state();
      const progress = vault.custody.progress();
      const keys = underWay.map(({ key, since }) => {
        const found = progress.find((each) => each.key === key);
        return { key, since, done: found?.done, total: found?.total };
      });
      return { sweep, keys };
    },
  };
}
