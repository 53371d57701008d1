import type { WritingTools } from '../entry/write.ts';
import { isFault, VaultError } from '../fault.ts';
import type { PersonId } from '../id.ts';
import type { IndexKeys } from '../keys/index-keys.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Lately } from '../log/lately.ts';
import type { Observer } from '../port/observer.ts';
import type { Store } from '../port/store.ts';
import type { PersonRow } from '../tables.ts';
import type { Vault } from '../vault.ts';
import { requestsOf } from './idempotency.ts';
import { isClosed } from './standing.ts';
import { unitOf } from './unit.ts';

/** What acts are carried out on. */
interface ActingParts {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly index: IndexKeys;
  readonly tools: WritingTools;
  /** Remembers what was committed. */
  readonly lately: Lately;
  readonly observer: Pick<Observer, 'keys'>;
}

/** A person's keys, and the acts that they are for. */
export function actingOf(parts: ActingParts): Pick<Vault, 'keysFor' | 'keysAtHand' | 'act'> {
  const { store, keys, index, tools, lately, observer } = parts;

  /** Undefined: nobody is there yet. */
  async function generationOf(
    person: PersonId,
    evenHeld: boolean | undefined,
  ): Promise<number | undefined> {
    const [rows] = await store.read([{ table: 'person', by: 'key', equals: [person], limit: 1 }]);
    const row = rows?.[0] as PersonRow | undefined;
    if (row !== undefined && isClosed(row, evenHeld)) {
      throw new VaultError('AVOW_ERASED', 'this person has been erased');
    }
    return row?.generation;
  }

  return {
    async keysFor(person, retentions, { evenHeld } = {}) {
      const atHand = keys.atHand(person);
      const covering = atHand?.covers(retentions) ? atHand : undefined;
      observer.keys(covering ? 'memory' : 'store');
      if (covering) return covering.only(retentions);
      const generation = await generationOf(person, evenHeld);
      return keys.fetch(person, generation ?? 1, retentions, { isNew: generation === undefined });
    },

    keysAtHand(person) {
      const atHand = keys.atHand(person);
      if (atHand !== undefined) observer.keys('memory');
      return atHand;
    },

    async act(act) {
      const requests = act.idempotency ? requestsOf(index, act.idempotency) : [];
      try {
        const { acted, written } = await store.run(unitOf(act, requests, tools));
        lately.add(written);
        for (const person of act.rekeys ?? []) keys.forget(person);
        return acted;
      } catch (problem) {
        if (isFault(problem, 'AVOW_ERASED', 'AVOW_CONFLICT')) {
          for (const { person } of act.keys ?? []) keys.forget(person);
        }
        throw problem;
      }
    },
  };
}
