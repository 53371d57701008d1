import type { KeyObject } from 'node:crypto';

/**
 * Whether anything has been wrapped under the root key yet. At the `first` occasion a keyring may
 * make it up; at any `later` one it must be that same key, and what is missing was lost: a fault,
 * and nothing is made in its place.
 */
export type Occasion = 'first' | 'later';

/**
 * Where the root key comes from: a file with a passphrase, a hardware module, a cloud's key
 * service. The root key wraps the region's key and nothing else. It must lie outside the data:
 * whoever copies the stores must not get it along with them.
 */
export interface Keyring {
  /** A 256-bit secret key, always the same one. Rejects with `AVOW_KEYRING`, saying what to do. */
  rootKey(occasion: Occasion): Promise<KeyObject>;
  /** Where the key comes from, in words for the operator; never the key itself. */
  readonly source: string;
  /** Files of its own that their owner alone should read. Default none. */
  readonly files?: readonly string[];
}
