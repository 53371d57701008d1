import { describe, expect, it } from 'vitest';
import { cited } from '../cited.ts';
import { newPair, signed, signerOf } from '../party-keys.ts';
import { carrier, engageCarrier, engageShop, shop } from '../people.ts';
import { DAY, handClock, type Market, market } from '../place.ts';

describe(cited('2.a.7'), () => {
  const dueBy = (avow: Market) => avow.parties.duties(carrier);

  it('makes a party owe deletion from the end of its engagement, within the days of the policy', async () => {
    const avow = await market();
    const { engagement } = await engageCarrier(avow);
    const { ended } = await avow.parties.end({ party: carrier, engagement });
    const [duty] = await dueBy(avow);
    expect(duty).toMatchObject({ state: 'due', engagement, ended, deadline: ended! + 15 * DAY });
    expect(duty?.categories).toEqual(['contact.address', 'contact.name', 'contact.phone']);
  });

  it('counts from its date where an engagement runs out by itself, and not what another covers', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { parties } = avow;
    const until = clock.now() + DAY;
    const terms = { party: carrier, as: 'servicePartner', purposes: ['fulfilment'] } as const;
    const categories = ['contact.name', 'contact.phone'] as const;
    await parties.engage({ ...terms, categories, country: 'CN', until });
    await parties.engage({ ...terms, categories: ['contact.name'], country: 'CN' });
    await parties.remind();
    expect(await dueBy(avow)).toEqual([]);
    clock.pass(3 * DAY);
    await parties.remind();
    expect(await dueBy(avow)).toMatchObject([
      { ended: until, deadline: until + 15 * DAY, categories: ['contact.phone'] },
    ]);
  });

  it('takes a receipt that the party signed for this duty, whole, and nothing else', async () => {
    const avow = await market();
    const { engagement } = await engageCarrier(avow);
    const signer = await signerOf(avow, carrier, newPair('P-256'));
    const stranger = { ...newPair(), kid: signer.kid };
    const { ended } = await avow.parties.end({ party: carrier, engagement });
    const [owed] = await dueBy(avow);
    const { duty, categories } = owed!;
    const iat = Math.floor(ended! / 1000);
    const said = { iss: carrier, duty, deleted: categories, iat };
    const send = (receipt: string) =>
      avow.parties.confirmDeletion({ party: carrier, duty, receipt });
    for (const receipt of [
      signed(stranger, said),
      signed(signer, said, { alg: 'none' }),
      signed(signer, { ...said, iss: shop }),
      signed(signer, { ...said, duty: 'another' }),
      signed(signer, { ...said, deleted: categories.slice(1) }),
      signed(signer, { ...said, note: 'Mei Street 1' }),
      signed(signer, { ...said, iat: iat + 3_600 }),
      'no.jws',
    ]) {
      await expect(send(receipt)).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'receipt' });
    }
    const receipt = signed(signer, said);
    const confirmed = await send(receipt);
    expect(confirmed).toMatchObject({
      state: 'confirmed',
      receipt: { jws: receipt, kid: signer.kid, deleted: categories, deletedAt: iat * 1000 },
    });
    expect(await send(receipt)).toMatchObject({ state: 'confirmed' });
    expect(await dueBy(avow)).toMatchObject([{ receipt: confirmed.receipt }]);
    expect(await avow.parties.duties()).toEqual([]);
  });

  it('records it as a violation if the party refuses, or lets the deadline pass', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { engagement } = await engageCarrier(avow);
    const other = await engageShop(avow);
    await avow.parties.end({ party: carrier, engagement });
    await avow.parties.end({ party: shop, engagement: other.engagement });
    const [duty] = await dueBy(avow);
    await avow.parties.refuseDeletion({ party: carrier, duty: duty!.duty });
    clock.pass(16 * DAY);
    await avow.parties.remind();
    await avow.parties.remind();
    for (const party of [carrier, shop]) {
      const [late] = await avow.parties.duties(party);
      expect(await avow.parties.violations(party)).toMatchObject([
        { kind: 'refusedDeletion', matter: late!.duty },
      ]);
    }
    expect((await avow.parties.duties()).map(({ state }) => state).sort()).toEqual([
      'overdue',
      'refused',
    ]);
  });
});
