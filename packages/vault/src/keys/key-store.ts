import { isFault, VaultError } from '../fault.ts';
import type { PersonId } from '../id.ts';
import type { Random } from '../port/random.ts';
import type { ScrubbingStore } from '../port/store.ts';
import { KeyCache } from './cache.ts';
import { type DataKey, DataKeys } from './data-keys.ts';
import { keyRowsOf, placeOf, removeKeys } from './key-rows.ts';
import { numbersOf, readSecretRows } from './names.ts';
import { type RegionKeys, regionLock } from './region-keys.ts';
import { secretKeyOf } from './secret-key.ts';
import type { DataKeyRow, SecretRow } from './tables.ts';

/** Data keys: made before the data they seal, destroyed so that nothing brings it back. */
export interface KeyStore {
  /** The keys of a person that need no visit to the store, of the generation last seen. */
  atHand(person: PersonId): DataKeys | undefined;
  /**
   * Keys of this generation, from the store; durable there, if new, before this resolves. With them come
   * those of older generations that are still there: what is being sealed anew opens with either.
   * None are made where there are some of a newer one: `AVOW_CONFLICT`.
   */
  fetch(
    person: PersonId,
    generation: number,
    retentions: readonly string[],
    of?: { readonly isNew?: boolean },
  ): Promise<DataKeys>;
  /** Forgets what is at hand, after an act found it out of date. */
  forget(person: PersonId): void;
  /**
   * Destroys every key of these people: when it resolves, no file of the store holds a byte of
   * them.
   */
  destroy(people: readonly PersonId[]): Promise<void>;
  /** The same for those keys of a person that are not of these retention classes. */
  destroyBut(person: PersonId, retentions: readonly string[]): Promise<void>;
  /** Of which classes a person has keys of generations before this one. */
  before(person: PersonId, generation: number): Promise<readonly string[]>;
  /** Destroys a person's keys of the generations before this one. */
  destroyBefore(person: PersonId, generation: number): Promise<void>;
  /** Everyone who has a key made before `created`, in bounded memory; someone may come up twice. */
  people(created: number): AsyncIterable<PersonId>;
}

const KEY_BYTES = 32;
const ID_BYTES = 12;
/** How often keys are made anew after somebody else made some of them. */
const ATTEMPTS = 5;

/**
 * The key store on a store that is open. `mayMake` rejects where nobody may get new keys; `cache` holds what was
 * unwrapped lately.
 */
export function openKeyStore(
  store: ScrubbingStore,
  region: RegionKeys,
  random: Random,
  mayMake: (person: PersonId) => Promise<void> = async () => {},
  cache: KeyCache = new KeyCache(),
): KeyStore {
  /**
   * New keys for the classes that lack one. Somebody else may have been quicker: then theirs stand.
   * Or the region key has been replaced: then nothing is made under the old one, for after a while
   * nobody would have that any more.
   */
  async function make(person: PersonId, generation: number, retentions: readonly string[]) {
    const under = region.newest;
    const drafts = retentions.map((retention) => {
      const id = Buffer.from(random(ID_BYTES)).toString('base64url');
      const place = placeOf({ id, person, generation, retention });
      const wrapped = region.wrap(place, random(KEY_BYTES), random);
      return { id, person, generation, retention, wrapped };
    });
    try {
      await store.run({
        locks: [regionLock('shared')],
        reads: [readSecretRows],
        decide([rows], { now }) {
          if (numbersOf(rows as readonly SecretRow[], 'region').at(-1) !== under) {
            throw new VaultError('AVOW_CONFLICT', 'the region key has been replaced');
          }
          const changes = drafts.map((draft) => ({
            table: 'data',
            after: { ...draft, created: now },
          }));
          return { changes, answer: undefined };
        },
      });
    } catch (problem) {
      if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
      await region.refresh();
    }
  }

  async function load(
    person: PersonId,
    generation: number,
    retentions: readonly string[],
  ): Promise<{ readonly keys: readonly DataKey[]; readonly hasNewer: boolean }> {
    for (let attempt = 1; ; attempt++) {
      const found = await keyRowsOf(store, person);
      const rows = found.filter(
        (row) => row.generation <= generation && retentions.includes(row.retention),
      );
      if (attempt === ATTEMPTS || rows.every((row) => region.knows(row.wrapped))) {
        const hasNewer = found.some((row) => row.generation > generation);
        return { keys: rows.map(unwrapped), hasNewer };
      }
      // The region key is being replaced, and some of them are wrapped anew: read them again too.
      await region.refresh();
    }
  }

  function unwrapped(row: DataKeyRow): DataKey {
    const { id, retention, generation, wrapped } = row;
    const secret = secretKeyOf(region.unwrap(placeOf(row), wrapped));
    return { id, retention, generation, secret };
  }

  return {
    atHand(person) {
      const held = cache.get(person);
      return held && new DataKeys(person, held.generation, held.keys);
    },

    async fetch(person, generation, retentions, { isNew = false } = {}) {
      let { keys, hasNewer } = await load(person, generation, retentions);
      let attempt = 0;
      for (;;) {
        const held = new DataKeys(person, generation, keys);
        const lacking = retentions.filter((name) => !held.covers([name]));
        if (lacking.length === 0) break;
        attempt += 1;
        if (attempt > ATTEMPTS) throw new VaultError('AVOW_CONFLICT', 'keys are going away');
        if (attempt === 1 && !isNew) await mayMake(person);
        // What they seal would open to nobody.
        if (hasNewer) throw new VaultError('AVOW_CONFLICT', "the person's keys have been replaced");
        await make(person, generation, [...new Set(lacking)]);
        ({ keys, hasNewer } = await load(person, generation, retentions));
      }
      cache.add(person, generation, keys);
      return new DataKeys(person, generation, keys);
    },

    forget: (person) => cache.forget(person),

    async destroy(people) {
      for (const person of people) {
        cache.forget(person);
        await removeKeys(store, person);
      }
      await store.scrub();
    },

    async destroyBut(person, retentions) {
      cache.forget(person);
      await removeKeys(store, person, ({ retention }) => !retentions.includes(retention));
      await store.scrub();
    },

    async before(person, generation) {
      const rows = await keyRowsOf(store, person, (row) => row.generation < generation);
      return [...new Set(rows.map(({ retention }) => retention))];
    },

    async destroyBefore(person, generation) {
      cache.forget(person);
      await removeKeys(store, person, (row) => row.generation < generation);
      await store.scrub();
    },

    async *people(created) {
      let last: PersonId | undefined;
      for await (const row of store.scan({ table: 'data' }) as AsyncIterable<DataKeyRow>) {
        if (row.created >= created || row.person === last) continue;
        last = row.person as PersonId;
        yield last;
      }
    },
  };
}
