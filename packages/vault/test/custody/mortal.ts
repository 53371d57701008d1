import type { Keyring, ScrubbingStore, Vault } from '../../src/index.ts';
import type { Place } from '../place.ts';
import { openThrough } from './through.ts';

/** What a test throws where a process would have died. */
export class Killed extends Error {}

/**
 * How much a process does before it dies, in half steps: each write and each scrub of its stores is
 * two, and it dies before the one or after it. Undefined: it lives.
 */
export interface Life {
  left: number | undefined;
}

/** The store as a process has it that dies at the end of its life: from then on nothing is done. */
function mortal(store: ScrubbingStore, life: Life): ScrubbingStore {
  async function step<A>(work: () => Promise<A>): Promise<A> {
    age();
    const done = await work();
    age();
    return done;
  }

  function age(): void {
    if (life.left === undefined) return;
    if (life.left <= 0) throw new Killed('killed');
    life.left -= 1;
  }

  function alive(): void {
    if (life.left !== undefined && life.left <= 0) throw new Killed('killed');
  }

  return {
    run: (unit) => step(() => store.run(unit)),
    scrub: () => step(() => store.scrub()),
    async read(reads) {
      alive();
      return store.read(reads);
    },
    scan(scan) {
      alive();
      return store.scan(scan);
    },
    async settled(table) {
      alive();
      return store.settled(table);
    },
    close: () => store.close(),
  };
}

/** A vault whose process can be killed. */
export const openMortal = (
  place: Place,
  keyring: Keyring,
  life: Life,
  more: Pick<Parameters<typeof openThrough>[1], 'clock' | 'findable'> = {},
): Promise<Vault> => {
  const through = (store: ScrubbingStore) => mortal(store, life);
  return openThrough(place, { keyring, data: through, keys: through, ...more });
};
