import type { KeyObject } from 'node:crypto';
import { VaultError } from '../fault.ts';
import { blindDigest } from '../index/blind-index.ts';
import { numberedRow, numbersOf, secretPlace } from './names.ts';
import type { RegionKeys } from './region-keys.ts';
import { secretKeyOf } from './secret-key.ts';
import type { SecretRow } from './tables.ts';

/**
 * The keys of the blind indexes: one, or two while every digest is made anew. A second one comes only
 * while no program has the key store open, so whoever has started knows both.
 */
export class IndexKeys {
  /** The number of the newest key. */
  readonly number: number;
  readonly #newest: KeyObject;
  #before: KeyObject | undefined;

  constructor(number: number, newest: KeyObject, before?: KeyObject) {
    this.number = number;
    this.#newest = newest;
    this.#before = before;
  }

  /** The digest of a value by the newest key: the only one that anything new is written under. */
  digest(index: string, value: string): Uint8Array {
    return blindDigest(this.#newest, index, value);
  }

  /** The digest by the key before, while there is one. */
  digestBefore(index: string, value: string): Uint8Array | undefined {
    return this.#before && blindDigest(this.#before, index, value);
  }

  /**
   * Every digest that a value may stand under, in the order to look there. The older one comes first: a
   * row that moves between two reads is then met in one of them.
   */
  digests(index: string, value: string): readonly Uint8Array[] {
    const before = this.digestBefore(index, value);
    const newest = this.digest(index, value);
    return before === undefined ? [newest] : [before, newest];
  }

  /** Nothing stands under the key before any more. */
  forgetBefore(): void {
    this.#before = undefined;
  }
}

/** The index keys in these rows, unwrapped. `AVOW_KEYRING` if there is none. */
export function indexKeysIn(rows: readonly SecretRow[], region: RegionKeys): IndexKeys {
  const numbers = numbersOf(rows, 'index');
  const newest = numbers.at(-1);
  if (newest === undefined) {
    throw new VaultError('AVOW_KEYRING', 'the key store lacks its index key');
  }
  const [key, before] = [newest, ...numbers.slice(-2, -1)].map((number) => {
    const { name, wrapped } = numberedRow(rows, 'index', number)!;
    return secretKeyOf(region.unwrap(secretPlace(name), wrapped));
  });
  return new IndexKeys(newest, key!, before);
}
