import { describe, expect, it, onTestFinished } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { DOCUMENT, operators } from '../desk.ts';
import { member } from '../people.ts';
import { DAY, handClock, market, openMarket, place } from '../place.ts';

const document = DOCUMENT;

describe(cited('S.6.2'), () => {
  it('erases what is held of a child when its time has come, after a restart too, and keeps what a guardian accepted', async () => {
    const folder = place();
    const clock = handClock();
    const first = await openMarket(folder, { clock });
    const [child, guarded] = [await member(first, 'Bo'), await member(first, 'An')];
    const [by] = await operators(first);
    await expect(
      first.children.learn({ person: child, by: guarded, document }),
    ).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'by' });
    const known = await first.children.learn({ person: child, by, document });
    expect(known.due).toBe(clock.now() + 3 * DAY);
    expect(known.erases).toBe(clock.now() + 2 * DAY);
    await first.children.learn({ person: guarded, by, document });
    expect(await first.children.list()).toHaveLength(2);
    await first.children.guard({ person: guarded, by, document });
    await first.sweep();
    expect(await first.subjects.get(child)).toMatchObject({ state: 'active' });
    await first.close();

    clock.pass(2 * DAY);
    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    await Promise.all([avow.sweep(), avow.sweep()]);
    await expect(avow.history({ person: child })).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    expect(await avow.children.list()).toEqual([]);
    expect(await avow.subjects.get(guarded)).toMatchObject({ state: 'active' });
  });

  it('erases at once where an operator says so, and nothing where a guardian accepted, it was mistaken, or law holds it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const [child, grown] = [await member(avow, 'Bo'), await member(avow, 'Lin')];
    const [one, two] = await operators(avow);
    refusedBy(await avow.children.erase({ person: grown, by: one }), 'P.1');
    await avow.children.learn({ person: grown, by: one, document });
    await expect(avow.children.correct({ person: grown, by: one })).rejects.toMatchObject({
      ...{ code: 'AVOW_STATE', field: 'by' },
    });
    await avow.children.correct({ person: grown, by: two });
    refusedBy(await avow.children.erase({ person: grown, by: one }), 'P.1');

    const known = await avow.children.learn({ person: child, by: one, document });
    const about = { person: child, kind: 'proceedings', document, verifiedBy: one } as const;
    const { hold } = await avow.holds.place(about);
    refusedBy(await avow.children.erase({ person: child, by: two }), 'S.4.4');
    clock.pass(known.due - clock.now() + 1);
    await avow.sweep();
    const deadlines = (await avow.measures()).find(({ id }) => id === 'deadlines');
    expect(deadlines).toMatchObject({ state: 'failed' });
    await avow.holds.lift({ person: child, hold, by: one });
    const decided = await avow.children.erase({ person: child, by: two });
    expect(decided).toMatchObject({ duties: ['eraseChild'] });
    expect(permittedBy(decided, 'S.6.2')).toMatchObject({ person: child });
    const done = { by: two, evidence: 'child', state: 'erased', of: undefined };
    const lifted = { by: one, evidence: 'hold', state: 'lifted', of: hold };
    expect(await avow.desk.deeds()).toMatchObject([done, lifted]);
    await expect(
      avow.act('use', { person: child, purpose: 'account', categories: ['contact.name'] }),
    ).rejects.toMatchObject({ code: 'AVOW_ERASED' });
  });
});
