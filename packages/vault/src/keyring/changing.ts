import type { Keyring } from '../port/keyring.ts';

/** A keyring that another can take the place of, while what holds it goes on. */
export interface ChangingKeyring extends Keyring {
  change(next: Keyring): void;
}

export function changing(keyring: Keyring): ChangingKeyring {
  let current = keyring;
  return {
    rootKey: (occasion) => current.rootKey(occasion),
    get source() {
      return current.source;
    },
    change(next) {
      current = next;
    },
  };
}
