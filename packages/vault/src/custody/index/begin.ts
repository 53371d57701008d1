import { numberedRow, numbersOf, secretPlace } from '../../keys/names.ts';
import { noteDown, noteIn } from '../../keys/notes.ts';
import { regionLock } from '../../keys/region-keys.ts';
import { readSecrets } from '../../keys/secrets.ts';
import { keySchema, type SecretRow } from '../../keys/tables.ts';
import { openStoreAlone } from '../../place.ts';
import { type Clock, systemClock } from '../../port/clock.ts';
import type { Keyring } from '../../port/keyring.ts';
import { type Random, systemRandom } from '../../port/random.ts';
import type { Change } from '../../port/store.ts';
import { changeSecrets } from '../parts.ts';

const KEY_BYTES = 32;

/** Which key store, and what opens it. */
export interface IndexRotation {
  /** Where the key store is. */
  readonly keys: string;
  readonly keyring: Keyring;
  readonly clock?: Clock;
  readonly random?: Random;
}

/**
 * Puts a new key of the blind indexes beside the old one, unless that was done; resolves to when it was
 * `begun`. Nobody else may have the key store open (`AVOW_LOCKED`): whoever starts afterwards knows
 * both keys, so that at no moment one program writes under a key by which another does not look. The
 * making anew is for the next program that has the vault. `AVOW_KEYRING`, `AVOW_STORE`.
 */
export async function beginIndexRotation(options: IndexRotation): Promise<'now' | 'earlier'> {
  const { clock = systemClock, random = systemRandom(), keyring } = options;
  const keys = await openStoreAlone(options.keys, keySchema, { clock, secureDelete: true });
  try {
    const { region } = await readSecrets(keys, keyring);
    let begun: 'now' | 'earlier' = 'now';
    await changeSecrets({ keys }, regionLock('exclusive'), (rows, now) => {
      begun = noteIn(rows, 'rotation/index') === undefined ? 'now' : 'earlier';
      return begun === 'now' ? beginning(rows, now) : [];
    });
    return begun;

    function beginning(rows: readonly SecretRow[], created: number): readonly Change[] {
      const number = numbersOf(rows, 'index').at(-1)!;
      const wrap = (name: string, secret: Uint8Array) =>
        region.wrap(secretPlace(name), secret, random);
      const [old, next] = [`index/${number}`, `index/${number + 1}`];
      const before = numberedRow(rows, 'index', number)!;
      const secret = region.unwrap(secretPlace(before.name), before.wrapped);
      return [
        // By its plain name a program that knows of one key only would take it for the newest.
        ...(before.name === old
          ? []
          : [
              { table: 'secret', before },
              { table: 'secret', after: { ...before, name: old, wrapped: wrap(old, secret) } },
            ]),
        { table: 'secret', after: { name: next, wrapped: wrap(next, random(KEY_BYTES)), created } },
        noteDown(rows, 'rotation/index', created),
      ];
    }
  } finally {
    await keys.close();
  }
}
