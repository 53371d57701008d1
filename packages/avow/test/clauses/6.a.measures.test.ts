import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alter, blob, startSequencer, stopSequencer } from '../alter.ts';
import { cited } from '../cited.ts';
import { backUp, inspected, standingOf } from '../measured.ts';
import { member } from '../people.ts';
import { DAY } from '../place.ts';

describe(`${cited('P.3')} (6.a)`, () => {
  it('finds all of them at work, each with the sentence that promises it', async () => {
    const { avow, backups, pass } = await inspected();
    await member(avow);
    await backUp(backups);
    await avow.drill();
    pass(DAY);
    const found = await avow.measures();
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ['seals', 'held'],
      ['keys-apart', 'held'],
      ['log', 'held'],
      ['recorded', 'held'],
      ['backups', 'held'],
      ['drill', 'held'],
      ['expired', 'held'],
      ['clock', 'held'],
      ['told', 'held'],
      ['deadlines', 'held'],
    ]);
    for (const { sentences, says, limit } of found) {
      expect(sentences.length).toBeGreaterThan(0);
      for (const text of [says, limit]) expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
  });

  it('sees a value that lies there unsealed, and a key that is gone', async () => {
    const { avow, stores } = await inspected();
    await member(avow);
    const seals = async () => (await avow.measures()).find(({ id }) => id === 'seals');
    expect(await seals()).toMatchObject({ state: 'held' });
    const plain = `UPDATE record SET sealed = ${blob('+86 Mei 1')} WHERE category = 'contact.phone'`;
    await alter(stores.data, plain);
    const found = await seals();
    expect(found).toMatchObject({ state: 'failed' });
    expect(found?.says['en']).toContain(
      'Not sealed: 1; under a key that the person does not have: 0',
    );
    await alter(stores.keys, "DELETE FROM data WHERE retention = 'history'");
    expect((await seals())?.says['en']).toMatch(/does not have: [1-9]/);
  });

  it('sees a file that others can read', async () => {
    const { avow, folder } = await inspected();
    // Not the checkpoint beside it: the next one is a new file, which nobody else can read again.
    const list = join(folder, 'data-anchor', 'checkpoint.tombstones');
    chmodSync(list, 0o644);
    expect(await standingOf(avow, 'keys-apart')).toBe('failed');
    chmodSync(list, 0o600);
    expect(await standingOf(avow, 'keys-apart')).toBe('held');
    expect(JSON.stringify(await avow.measures())).not.toContain(folder);
  });

  it('sees an entry that was rewritten, and a log that was put back', async () => {
    const { avow, stores, folder } = await inspected();
    await member(avow);
    await avow.log.flush();
    const anchor = join(folder, 'data-anchor', 'checkpoint');
    const kept = readFileSync(anchor);
    writeFileSync(anchor, String(kept).replace(/\n\d+\n/, '\n999\n'));
    expect(await standingOf(avow, 'log')).toBe('failed');
    writeFileSync(anchor, kept);
    expect(await standingOf(avow, 'log')).toBe('held');
    await alter(
      stores.data,
      'UPDATE entry SET body = (SELECT body FROM entry WHERE arrival = 2) WHERE arrival = 1',
    );
    expect(await standingOf(avow, 'log')).toBe('failed');
  });

  it('sees that the log has come to a stand', async () => {
    const { avow, stores, pass } = await inspected();
    expect(await standingOf(avow, 'recorded')).toBe('held');
    await avow.log.flush();
    await alter(stores.data, stopSequencer);
    await member(avow);
    expect(await standingOf(avow, 'recorded')).toBe('failed');
    pass(6_000);
    expect(await standingOf(avow, 'log')).toBe('failed');
    await alter(stores.data, startSequencer);
    await avow.log.flush();
    expect(await standingOf(avow, 'log')).toBe('held');
    expect(await standingOf(avow, 'recorded')).toBe('held');
  });

  it('sees a backup that is stale, and one whose keys are past their time', async () => {
    const { avow, backups, pass } = await inspected();
    expect(await standingOf(avow, 'backups')).toBe('failed');
    await backUp(backups);
    expect(await standingOf(avow, 'backups')).toBe('held');
    pass(3 * DAY);
    expect(await standingOf(avow, 'backups')).toBe('failed');
    await backUp(backups);
    expect(await standingOf(avow, 'backups')).toBe('held');
    pass(5 * DAY);
    await backUp(backups);
    expect(await standingOf(avow, 'backups')).toBe('failed');
  });

  it('sees what is overdue, and a clock that was put back', async () => {
    const { avow, pass } = await inspected();
    await member(avow);
    pass(3 * 366 * DAY);
    expect(await standingOf(avow, 'expired')).toBe('failed');
    await avow.sweep();
    expect(await standingOf(avow, 'expired')).toBe('held');
    pass(-DAY);
    expect(await standingOf(avow, 'clock')).toBe('failed');
  });

  it('holds a check that cannot be made to have failed, and tells nothing of why', async () => {
    const { avow } = await inspected();
    const words = { en: 'x', 'zh-CN': '某' };
    const check = async () => {
      throw new Error('secret');
    };
    const broken = { id: 'own', duty: 'hashPasswords', title: words, limit: words, check };
    const own = (await avow.measures([broken])).at(-1);
    expect(own).toMatchObject({ id: 'own', state: 'failed', sentences: ['6.a.2'] });
    expect(JSON.stringify(own)).not.toContain('secret');
  });
});

describe(cited('6.a.3'), () => {
  it('erases again, leaves the deployment alone, and is on record', async () => {
    const { avow, backups, folder } = await inspected();
    const person = await member(avow);
    await member(avow, 'Lan');
    await backUp(backups);
    await avow.erase({ person });
    await avow.log.flush();
    const outside = () =>
      ['checkpoint', 'checkpoint.tombstones'].map((name) =>
        readFileSync(join(folder, 'data-anchor', name), 'utf8'),
      );
    const before = outside();
    const drill = await avow.drill();
    expect(drill).toMatchObject({ passed: true, wrong: null, erased: 1 });
    expect(outside()[1]).toBe(before[1]);
    await avow.log.flush();
    expect((await avow.receipt(drill.entry))?.proof).toBeDefined();
  });

  it('survives a restart, is due again after a month, and is one when asked for at once', async () => {
    const { avow, backups, pass, open } = await inspected();
    expect(await standingOf(avow, 'drill')).toBe('unknown');
    pass(31 * DAY);
    expect(await standingOf(avow, 'drill')).toBe('failed');
    await expect(avow.drill()).rejects.toMatchObject({ code: 'AVOW_STATE' });
    await backUp(backups);
    const [one, other] = await Promise.all([avow.drill(), avow.drill()]);
    expect(one.entry).toBe(other.entry);
    const once = { idempotencyKey: 'drill-1' };
    expect(await avow.drill(once)).toEqual(await avow.drill(once));
    await avow.close();
    const again = await open();
    expect(await standingOf(again, 'drill')).toBe('held');
    pass(31 * DAY);
    expect(await standingOf(again, 'drill')).toBe('failed');
  });

  it('tells of a backup that does not come back', async () => {
    const { avow, backups } = await inspected();
    const backup = await backUp(backups);
    const file = join(backup.path, 'data', backup.file);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(file, bytes);
    expect(await avow.drill()).toMatchObject({ passed: false, wrong: 'AVOW_BACKUP' });
    expect(await standingOf(avow, 'drill')).toBe('failed');
  });
});
