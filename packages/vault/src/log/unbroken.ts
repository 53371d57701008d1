import type { Store } from '../port/store.ts';

/**
 * The store as everything but the sequencer uses it, until the log in it turns out to be another than the one that
 * was signed. What was kept from then on would stand in a log that nobody goes on with, so no unit is taken any more:
 * each is refused with `fault()`. What is public can be read as before.
 */
export function unbroken(store: Store, fault: () => unknown): Store {
  return {
    ...store,
    async run(unit) {
      const broken = fault();
      if (broken !== undefined) throw broken;
      return store.run(unit);
    },
  };
}
