import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { policy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { createAvow } from '../src/index.ts';
import { keyring, openMarket, place } from './place.ts';

/** As JavaScript calls it, where no compiler has looked at it before. */
const create = createAvow as (options?: unknown) => Promise<unknown>;

describe('what createAvow is given', () => {
  it('is told by the name of the option that is missing or is none', async () => {
    const folder = place();
    const whole = { policy, database: join(folder, 'data', 'avow.db'), keys: keyring };
    for (const [given, field] of [
      [undefined, 'options'],
      [{ ...whole, policy: undefined }, 'policy'],
      // `import * as policy` is the module, not what it exports.
      [{ ...whole, policy: { policy } }, 'policy'],
      [{ ...whole, policy: { vocabulary: null } }, 'policy'],
      [{ ...whole, database: undefined }, 'database'],
      [{ ...whole, databse: whole.database, database: undefined }, 'databse'],
      [{ ...whole, keys: undefined }, 'keys'],
      [{ ...whole, keys: 'keys/root' }, 'keys'],
      [{ ...whole, anchr: 'elsewhere/checkpoint' }, 'anchr'],
    ] as const) {
      await expect(create(given)).rejects.toMatchObject({ code: 'AVOW_OPTIONS', field });
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('may be of a class of the platform’s own, which computes it', async () => {
    const folder = place();
    class Settings {
      get policy() {
        return policy;
      }
      get database() {
        return join(folder, 'data', 'avow.db');
      }
      get keys() {
        return keyring;
      }
    }
    const avow = (await create(new Settings())) as { close(): Promise<void> };
    await avow.close();
  });

  it('may leave out what is said to be undefined', async () => {
    const avow = await openMarket(place(), { queue: undefined, acceptClock: undefined } as object);
    await avow.close();
    await expect(avow.subjects.create()).rejects.toMatchObject({ code: 'AVOW_CLOSED' });
  });
});
