import { describe, expect, it } from 'vitest';
import { asPersonId } from '../src/index.ts';
import { permittedBy, refusedBy } from './cited.ts';
import { carrierParty, type Letters, postOffice, writer } from './letters.ts';
import { leavesOf } from './log.ts';
import { DAY, handClock } from './place.ts';

const to = { party: carrierParty };
const mine = { purpose: 'rights', to: 'person' } as const;
const letters = ['letter'] as const;

async function keysOf(avow: Letters, person: Awaited<ReturnType<typeof writer>>) {
  const decided = await avow.items.act('show', {
    person,
    ...mine,
    categories: ['letter', 'photo'],
  });
  return permittedBy(decided, '1.a.4').items.map(({ key }) => key);
}

describe('a set of items', () => {
  it('opens as a whole, by one decision with one entry', async () => {
    const avow = await postOffice();
    const mei = await writer(avow, 'mei', 150);
    await writer(avow, 'wang', 3);
    const before = (await avow.log.flush()).split('\n')[1];
    const decided = await avow.items.act('use', {
      ...{ person: mei, purpose: 'post', categories: letters, to },
    });
    const { items } = permittedBy(decided, '1.a.2');
    expect(items).toHaveLength(150);
    expect(items[0]).toMatchObject({ key: 'mei-0', value: 'mei writes 0', purpose: 'post' });
    expect(Number((await avow.log.flush()).split('\n')[1])).toBe(Number(before) + 1);
  });

  it('opens for what it is held for, and nothing of it otherwise', async () => {
    const avow = await postOffice();
    const mei = await writer(avow, 'mei', 2);
    const photo = { key: 'old', category: 'photo', value: 'an album' } as const;
    await avow.items.add({ person: mei, purpose: 'archive', items: [photo] });
    const asked = { person: mei, purpose: 'post', categories: ['letter', 'photo'], to } as const;
    refusedBy(await avow.items.act('use', asked), '1.a.5');
    const decided = await avow.items.act('use', { ...asked, heldFor: 'post' });
    expect(permittedBy(decided, '1.a.2').items.map(({ key }) => key)).toEqual(['mei-0', 'mei-1']);
  });

  it('leaves out what is objected to, or is refused whole', async () => {
    const avow = await postOffice();
    const mei = await writer(avow, 'mei', 3);
    const choice = { party: carrierParty, action: 'use', purposes: ['adverts'] } as const;
    await avow.consents.give({ person: mei, ...choice, categories: letters, language: 'en' });
    const asked = { person: mei, purpose: 'adverts', categories: letters, to } as const;
    expect(permittedBy(await avow.items.act('use', asked), '1.a.3').items).toHaveLength(3);
    const terms = { objection: 'adverts' } as const;
    await avow.items.change({ key: 'mei-1', ...mine, terms });
    refusedBy(await avow.items.act('use', asked), '1.a.3');
    const decided = await avow.items.act('use', { ...asked, without: terms });
    expect(permittedBy(decided, '1.a.3').items.map(({ key }) => key)).toEqual(['mei-0', 'mei-2']);
  });

  it('hides nothing that its person is found by, so what is replaced finds nobody', async () => {
    const avow = await postOffice();
    const mei = await writer(avow, 'mei', 400);
    for (const more of ['a', 'b']) {
      const items = Array.from({ length: 400 }, (_, at) => ({
        ...{ key: `${more}-${at}`, category: 'letter' as const, value: `${more} ${at}` },
      }));
      permittedBy(await avow.items.add({ person: mei, purpose: 'post', items }), '1.a.1');
    }
    for (const photo of ['a red kite', 'a blue kite']) {
      const about = { person: mei, purpose: 'post', findBy: ['photo'] } as const;
      permittedBy(await avow.collect({ ...about, fields: { photo } }), '1.a.1');
    }
    expect(await avow.subjects.find('photo', 'a blue kite')).toBe(mei);
    expect(await avow.subjects.find('photo', 'a red kite')).toBeUndefined();
  });

  it('gets terms and is removed in steps, however many items there are', async () => {
    const avow = await postOffice();
    const mei = await writer(avow, 'mei', 400);
    const more = Array.from({ length: 400 }, (_, at) => ({
      ...({ key: `more-${at}`, category: 'letter', value: 'v', terms: { box: `${at}` } } as const),
    }));
    await avow.items.add({ person: mei, purpose: 'archive', items: more });
    const all = { person: mei, ...mine, categories: letters } as const;
    const set = await avow.items.setTerms({ ...all, set: { shelf: 'top' } });
    expect(permittedBy(set, '1.a.4')).toEqual({ count: 800 });
    const removed = await avow.items.remove({
      ...all,
      heldFor: 'archive',
      terms: { shelf: 'top' },
    });
    expect(permittedBy(removed, '1.a.4')).toEqual({ count: 400 });
    expect(await keysOf(avow, mei)).toHaveLength(400);
    expect(await avow.items.isHeld('more-7')).toBe(false);
  });
});

describe('one item', () => {
  it('is found by its key, whosever it is', async () => {
    const avow = await postOffice();
    await writer(avow, 'mei', 2);
    const asked = { key: 'mei-1', purpose: 'post', to } as const;
    const decided = await avow.items.actOn('use', asked);
    expect(permittedBy(decided!, '1.a.2').item.value).toBe('mei writes 1');
    expect(await avow.items.actOn('use', { ...asked, key: 'nobody' })).toBeUndefined();
  });

  it('is asked about where it is now, whatever was known of it before', async () => {
    const clock = handClock();
    const avow = await postOffice({ clock });
    const [mei, lan] = [await writer(avow, 'mei', 2), await writer(avow, 'lan', 1)];
    const use = (key: string) => avow.items.actOn('use', { key, purpose: 'post', to });
    const read = async (key: string) => permittedBy((await use(key))!, '1.a.2').item.value;
    const values = [await read('mei-0'), await read('mei-1'), await read('lan-0')];
    expect(values).toEqual(['mei writes 0', 'mei writes 1', 'lan writes 0']);
    const uses = async () => (await leavesOf(avow)).filter(({ action }) => action === 'use').length;

    // On terms of its own it lies in another lot.
    await avow.items.change({ key: 'mei-0', ...mine, value: 'better', terms: { read: 'yes' } });
    expect(await read('mei-0')).toBe('better');
    // Once it is not held there is nobody to decide about: no answer, and no entry.
    await avow.items.removeOne({ key: 'mei-1', ...mine });
    await avow.erase({ person: lan });
    const before = await uses();
    expect([await use('mei-1'), await use('lan-0')]).toEqual([undefined, undefined]);
    clock.pass(31 * DAY);
    expect(await use('mei-0')).toBeUndefined();
    expect(await uses()).toBe(before);
    // Its key is another's.
    const again = [{ key: 'mei-0', category: 'photo', value: 'a quay' }] as const;
    await avow.items.add({ person: mei, purpose: 'post', items: again });
    expect(await read('mei-0')).toBe('a quay');
  });

  it('is refused once to whoever is not there, and that is the answer', async () => {
    const avow = await postOffice();
    const mei = await writer(avow, 'mei', 1);
    const nobody = asPersonId(`${mei.slice(0, -4)}ffff`);
    const asked = { key: 'mei-0', purpose: 'post', to: { user: nobody } } as const;
    for (const _ of ['read', 'remembered']) {
      const fault = { code: 'AVOW_NOT_FOUND', field: 'to.user' };
      await expect(avow.items.actOn('use', asked)).rejects.toMatchObject(fault);
    }
  });

  it('is changed and removed without the others of its lot', async () => {
    const avow = await postOffice();
    const mei = await writer(avow, 'mei', 3);
    await avow.items.change({ key: 'mei-0', ...mine, value: 'better', terms: { read: 'yes' } });
    await avow.items.removeOne({ key: 'mei-1', ...mine });
    const decided = await avow.items.act('show', { person: mei, ...mine, categories: letters });
    expect(permittedBy(decided, '1.a.4').items).toMatchObject([
      { key: 'mei-2', value: 'mei writes 2', terms: {} },
      { key: 'mei-0', value: 'better', terms: { read: 'yes' } },
    ]);
  });

  it('has a key of its own', async () => {
    const avow = await postOffice();
    await writer(avow, 'mei', 2);
    await expect(writer(avow, 'mei', 1)).rejects.toMatchObject({ code: 'AVOW_TAKEN' });
  });

  it('cannot be had by two at the same time', async () => {
    const avow = await postOffice();
    const people = await Promise.all(['a', 'b', 'c'].map((name) => writer(avow, name, 0)));
    const items = [{ key: 'the one', category: 'letter', value: 'v' }] as const;
    const adding = people.map((person) => avow.items.add({ person, purpose: 'post', items }));
    const done = await Promise.allSettled(adding);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the time of an item', () => {
  it('ends when it was said to, and its key is free again', async () => {
    const clock = handClock();
    const avow = await postOffice({ clock });
    const mei = await writer(avow, 'mei', 1);
    const brief = {
      key: 'brief',
      category: 'letter',
      value: 'v',
      until: clock.now() + 1_000,
    } as const;
    await avow.items.add({ person: mei, purpose: 'post', items: [brief] });
    expect(await keysOf(avow, mei)).toEqual(['mei-0', 'brief']);
    clock.pass(1_000);
    expect(await keysOf(avow, mei)).toEqual(['mei-0']);
    expect(await avow.items.isHeld('brief')).toBe(false);
    const { until: _until, ...again } = brief;
    await avow.items.add({ person: mei, purpose: 'post', items: [again] });
    expect(await avow.sweep()).toBeGreaterThanOrEqual(2);
    expect(await keysOf(avow, mei)).toEqual(['mei-0', 'brief']);
  });

  it('is never longer than the policy says', async () => {
    const clock = handClock();
    const avow = await postOffice({ clock });
    const mei = await writer(avow, 'mei', 0);
    const until = clock.now() + 1_000 * DAY;
    const items = [{ key: 'k', category: 'letter', value: 'v', until }] as const;
    await avow.items.add({ person: mei, purpose: 'post', items });
    clock.pass(30 * DAY);
    expect(await keysOf(avow, mei)).toEqual([]);
  });
});

describe('all that is held of a person', () => {
  it('has the items in it, to take along and to erase', async () => {
    const avow = await postOffice();
    const mei = await writer(avow, 'mei', 2);
    const { held } = permittedBy(await avow.export({ person: mei }), '1.a.4');
    expect(held.map(({ category, value }) => [category, value])).toEqual([
      ['letter', 'mei writes 0'],
      ['letter', 'mei writes 1'],
    ]);
    expect(await avow.erase({ person: mei })).toMatchObject({ permitted: true });
    expect(await avow.items.isHeld('mei-0')).toBe(false);
  });
});

it('are kept by a legal hold, and swept once it is lifted', async () => {
  const clock = handClock();
  const avow = await postOffice({ clock });
  const mei = await writer(avow, 'mei', 2);
  const { person: verifiedBy } = await avow.subjects.create({ kind: 'device' });
  await avow.desk.staff.appoint({ operator: verifiedBy });
  const { hold } = await avow.holds.place({
    ...{ person: mei, kind: 'duty', document: 'a'.repeat(64), verifiedBy },
    categories: letters,
  });
  const held = { code: 'AVOW_STATE', field: 'categories' };
  await expect(avow.items.removeOne({ key: 'mei-0', ...mine })).rejects.toMatchObject(held);
  const removing = avow.items.remove({ person: mei, ...mine, categories: letters });
  await expect(removing).rejects.toMatchObject(held);
  clock.pass(31 * DAY);
  expect(await avow.sweep()).toBe(0);
  await avow.holds.lift({ person: mei, hold, by: verifiedBy });
  // The lot, and the terms beside it.
  expect(await avow.sweep()).toBe(2);
});

it('opens for no act that has a method of its own', async () => {
  const avow = await postOffice();
  const mei = await writer(avow, 'mei', 1);
  const acting = avow.items.act('store', { person: mei, ...mine, categories: letters });
  await expect(acting).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'action' });
});
