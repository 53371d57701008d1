import { join } from 'node:path';
import { policy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { newDatabase } from '../../vault/test/postgres/database.ts';
import {
  auditAvow,
  backupAvow,
  createAvow,
  examineAvow,
  moveAvow,
  restoreAvow,
} from '../src/index.ts';
import { member } from './people.ts';
import { keyring, place } from './place.ts';

describe('an anchor in a database of its own', () => {
  it('serves a start, an audit, a doctor, a restore and a move', async () => {
    const folder = place();
    const anchor = await newDatabase();
    const [data, keys] = [join(folder, 'data/avow.db'), join(folder, 'keys/avow.db')];
    const begun = await createAvow({ policy, database: { data, keys }, keys: keyring, anchor });
    const [erased, stays] = [await member(begun), await member(begun, 'Lin')];
    const to = join(folder, 'backup');
    await backupAvow({ data, keys, to });
    await begun.erase({ person: erased });
    await begun.close();

    const open = { keys, keyring };
    expect(await auditAvow({ data, anchor, open })).toMatchObject({ ok: true });
    const found = await examineAvow({ data, keys, keyring, anchor });
    const states = Object.fromEntries(found.map(({ check, state }) => [check, state]));
    expect(states).toMatchObject({ 'database-anchor': 'ok', anchor: 'ok', tombstones: 'ok' });

    // Whom the list names is erased again, and a loss is seen.
    const restored = { data: join(folder, 'data2/avow.db'), keys: join(folder, 'keys2/avow.db') };
    const from = { data: join(to, 'data'), keys: join(to, 'keys') };
    const restoring = { from, to: restored, keyring, anchor };
    await expect(restoreAvow(restoring)).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    const done = await restoreAvow({ ...restoring, acceptLoss: true });
    expect(done).toMatchObject({ ok: true, erased: 1 });

    const moved = { data: await newDatabase(), keys: await newDatabase() };
    expect(await moveAvow({ from: restored, to: moved, keyring, anchor })).toMatchObject({
      ok: true,
    });
    const again = await createAvow({ policy, database: moved, keys: keyring, anchor });
    const question = { purpose: 'account', categories: ['contact.name'] } as const;
    expect(await again.act('use', { person: stays, ...question })).toMatchObject({
      permitted: true,
    });
    const gone = again.act('use', { person: erased, ...question });
    await expect(gone).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    expect(await again.ready()).toEqual({ stores: true, sequencer: true, anchor: true });
    await again.close();

    // Stores of an earlier day are refused by it.
    const older = createAvow({ policy, database: { data, keys }, keys: keyring, anchor });
    await expect(older).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  }, 120_000);

  it('is refused in the database of a store', async () => {
    const database = { data: await newDatabase(), keys: await newDatabase() };
    for (const anchor of [database.data, database.keys]) {
      const started = createAvow({ policy, database, keys: keyring, anchor });
      await expect(started).rejects.toMatchObject({ code: 'AVOW_ANCHOR' });
    }
  });
});
