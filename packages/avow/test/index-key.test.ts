import { describe, expect, it, onTestFinished } from 'vitest';
import { beginIndexKey, withCustody } from '../src/index.ts';
import { placesOf } from '../src/places.ts';
import { type Letters, openPostOffice, postOffice, writer } from './letters.ts';
import { member } from './people.ts';
import { keyring, type Market, openMarket, place, storesOf } from './place.ts';

async function placesIn(folder: string) {
  const { database, anchor } = await storesOf(folder);
  return { ...placesOf(database, anchor), keyring } as const;
}

type Places = Awaited<ReturnType<typeof placesIn>>;

/** Makes every digest anew, as the command does; resolves to how it stands then. */
async function renew(places: Places) {
  return withCustody({ ...places, anchor: String(places.anchor) }, async (custody) => {
    await custody.resume();
    return (await custody.state()).index;
  });
}

describe('while the key of the indexes is replaced', () => {
  it('everybody is found, and no two are found by the same', async () => {
    const folder = place();
    const places = await placesIn(folder);
    const before = await openMarket(folder);
    const mei = await member(before, 'Mei');
    const pseudonym = before.subjects.pseudonym('accounts', 'Mei');
    await before.close();
    expect(await beginIndexKey(places)).toBe('now');
    expect(await beginIndexKey(places)).toBe('earlier');

    async function look(avow: Market): Promise<void> {
      expect(await avow.subjects.find('registration.username', 'Mei')).toBe(mei);
      await expect(member(avow, 'Mei')).rejects.toMatchObject({ code: 'AVOW_TAKEN' });
    }
    const during = await openMarket(folder);
    await look(during);
    const wang = await member(during, 'Wang');
    await during.close();
    expect(await renew(places)).toMatchObject({ stuck: 0, until: expect.any(Number) });
    const after = await openMarket(folder);
    onTestFinished(() => after.close());
    await look(after);
    expect(after.subjects.pseudonym('accounts', 'Mei')).toBe(pseudonym);
    expect(await after.subjects.find('registration.username', 'Wang')).toBe(wang);
  });

  it('items are found, changed, removed and had once, wherever their digests stand', async () => {
    const folder = place();
    const places = await placesIn(folder);
    const stores = await storesOf(folder);
    const before = await postOffice(stores);
    const mei = await writer(before, 'mei', 150);
    await before.close();
    await beginIndexKey(places);

    const mine = { purpose: 'rights', to: 'person' } as const;
    async function look(avow: Letters, at: number): Promise<void> {
      const one = (of: number) => ({ key: `mei-${at + of}`, ...mine });
      expect(await avow.items.actOn('show', one(0))).toMatchObject({ permitted: true });
      const again = { key: one(0).key, category: 'letter', value: 'another' } as const;
      const twice = avow.items.add({ person: mei, purpose: 'post', items: [again] });
      await expect(twice).rejects.toMatchObject({ code: 'AVOW_TAKEN' });
      const changed = await avow.items.change({ ...one(0), terms: { kept: 'longer' } });
      expect(changed).toMatchObject({ permitted: true });
      expect(await avow.items.removeOne(one(1))).toMatchObject({ permitted: true });
      expect(await avow.items.actOn('show', one(1))).toBeUndefined();
    }
    const during = await openPostOffice(stores);
    for (let at = 0; at < 40; at += 2) await look(during, at);
    await during.close();
    expect(await renew(places)).toMatchObject({ stuck: 0 });
    const after = await openPostOffice(stores);
    onTestFinished(() => after.close());
    await look(after, 100);
    const all = { person: mei, ...mine, categories: ['letter'] } as const;
    expect(await after.items.remove(all)).toMatchObject({ value: { count: 129 } });
    expect(await after.items.actOn('show', { key: 'mei-149', ...mine })).toBeUndefined();
  });
});
