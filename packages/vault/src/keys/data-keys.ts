import type { KeyObject } from 'node:crypto';
import type { PersonId } from '../id.ts';

/** One data key, unwrapped. */
export interface DataKey {
  readonly id: string;
  readonly retention: string;
  /** Whose generation it is of; an older one opens what is not sealed anew yet, and seals nothing. */
  readonly generation: number;
  readonly secret: KeyObject;
}

/**
 * A person's data keys, unwrapped for one act. Opaque to callers: nothing but the vault's own seals
 * gets at the secrets. It says which generation of the person it belongs to, and every act checks
 * that against the person's row.
 */
export class DataKeys {
  readonly person: PersonId;
  readonly generation: number;
  readonly #keys: readonly DataKey[];

  constructor(person: PersonId, generation: number, keys: readonly DataKey[]) {
    this.person = person;
    this.generation = generation;
    this.#keys = keys;
  }

  /** The keys for these retention classes alone. */
  only(retentions: readonly string[]): DataKeys {
    const keys = this.#keys.filter((key) => retentions.includes(key.retention));
    return new DataKeys(this.person, this.generation, keys);
  }

  /** Whether there is a key for each of these retention classes. */
  covers(retentions: readonly string[]): boolean {
    return retentions.every((name) => DataKeys.forRetention(this, name) !== undefined);
  }

  /** The key to seal with. */
  static forRetention(keys: DataKeys, retention: string): DataKey | undefined {
    return keys.#keys.find(
      (key) => key.retention === retention && key.generation === keys.generation,
    );
  }

  /** The key that something was sealed with. */
  static byId(keys: DataKeys, id: string): DataKey | undefined {
    return keys.#keys.find((key) => key.id === id);
  }
}
