import type { Store } from '../port/store.ts';

/**
 * The store as everything but the sequencer uses it: what commits there may have left an entry for
 * the log.
 */
export function waking(store: Store, wake: () => void): Store {
  return {
    ...store,
    async run(unit) {
      try {
        return await store.run(unit);
      } finally {
        wake(); // After a fault too: what is uncertain may have been kept.
      }
    },
  };
}
