import type { KeyObject } from 'node:crypto';
import { isFault, VaultError } from '../fault.ts';
import { inTurn } from '../in-turn.ts';
import type { Random } from '../port/random.ts';
import type { Lock, Value } from '../port/store.ts';
import { nameOf, numbersOf, rowNamed, secretPlace } from './names.ts';
import { secretKeyOf } from './secret-key.ts';
import type { SecretRow } from './tables.ts';
import { numberOf, unwrapKey, unwrapNumbered, wrapNumbered } from './wrap.ts';

/**
 * Whoever wraps under a region key shares this lock; whoever replaces the key has it alone. So once
 * a newer one is there, nothing more is wrapped under the older.
 */
export function regionLock(mode: Lock['mode']): Lock {
  return { on: 'keys', id: 'region', mode };
}

/**
 * The region keys: one, or two while everything is wrapped anew. What was wrapped says under which.
 * This process may lag behind another that replaces the key: it then meets a number that it does
 * not know, or is refused with `AVOW_CONFLICT` when it wraps; `refresh` catches up.
 */
export class RegionKeys {
  #keys: ReadonlyMap<number, KeyObject>;

  /**
   * Learns of keys that are there by the time of the call, forgets those that are gone. `AVOW_KEYRING` if
   * the root key does not open them. What somebody else has begun to read is no answer: a change of the
   * key that came since would be taken for done without it.
   */
  readonly refresh: () => Promise<void>;

  /** `read` tells the keys that there are, given those known already. */
  constructor(
    keys: ReadonlyMap<number, KeyObject>,
    read: (known: ReadonlyMap<number, KeyObject>) => Promise<ReadonlyMap<number, KeyObject>>,
  ) {
    this.#keys = keys;
    this.refresh = inTurn(async () => {
      this.#keys = await read(this.#keys);
    });
  }

  /** The number of the key that is wrapped under. */
  get newest(): number {
    return Math.max(...this.#keys.keys());
  }

  /** Whether the key that this was wrapped under is among them. */
  knows(wrapped: Uint8Array): boolean {
    return this.#keys.has(numberOf(wrapped));
  }

  /** The bytes of `secret` are overwritten. */
  wrap(place: readonly Value[], secret: Uint8Array, random: Random): Uint8Array {
    const number = this.newest;
    return wrapNumbered({ number, key: this.#keys.get(number)! }, place, secret, random);
  }

  /** Throws `AVOW_SEAL` if it was wrapped under none of these keys, for another place, or altered. */
  unwrap(place: readonly Value[], wrapped: Uint8Array): Uint8Array {
    const number = numberOf(wrapped);
    const key = this.#keys.get(number);
    if (key === undefined) {
      throw new VaultError('AVOW_SEAL', `wrapped under region key ${number}, which is not there`);
    }
    return unwrapNumbered({ number, key }, place, wrapped);
  }
}

/**
 * The region keys in these rows, unwrapped; those `known` are taken as they are. `AVOW_KEYRING` if
 * there is none, or if the root key is not theirs; it is asked for only if it is needed.
 */
export async function regionKeysIn(
  rows: readonly SecretRow[],
  rootKey: () => Promise<KeyObject>,
  known: ReadonlyMap<number, KeyObject> = new Map(),
): Promise<ReadonlyMap<number, KeyObject>> {
  const numbers = numbersOf(rows, 'region');
  if (numbers.length === 0) {
    throw new VaultError('AVOW_KEYRING', 'the key store lacks its region key');
  }
  const keys = new Map<number, KeyObject>();
  for (const number of numbers) {
    const key = known.get(number);
    keys.set(number, key ?? secretKeyOf(unwrapRegion(rows, number, await rootKey())));
  }
  return keys;
}

/** One region key by the root key: `AVOW_KEYRING` if that is not the one it was wrapped under. */
export function unwrapRegion(
  rows: readonly SecretRow[],
  number: number,
  root: KeyObject,
): Uint8Array {
  const name = nameOf('region', number);
  try {
    return unwrapKey(root, secretPlace(name), rowNamed(rows, name)!.wrapped);
  } catch (cause) {
    if (!isFault(cause, 'AVOW_SEAL')) throw cause;
    throw new VaultError(
      'AVOW_KEYRING',
      'the root key does not open this key store; use the passphrase and parameters that it was ' +
        'last wrapped under',
      { cause },
    );
  }
}
