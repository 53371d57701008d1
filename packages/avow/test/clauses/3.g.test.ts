import { describe, expect, it, onTestFinished } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { approve, court, engage, insurer, operators, ticketOf } from '../desk.ts';
import { member } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';

const name = ['contact.name'] as const;
const words = { en: 'Recalls of unsafe goods.', 'zh-CN': '不安全商品的召回。' };

async function proposed(avow: Market, now: number) {
  const person = await member(avow);
  const staff = await operators(avow);
  await engage(avow, insurer, 'thirdParty');
  const what = { words, categories: name, parties: [insurer], until: now + 10 * DAY };
  const { basis } = await avow.desk.bases.propose({ ...what, by: staff[0] });
  const about = { type: 'basis', person, by: staff[0], categories: name, evidence: basis } as const;
  const { case: id } = await avow.desk.cases.open({ ...about, to: { party: insurer } });
  const deliver = () => avow.desk.cases.deliver({ case: id, by: staff[0] });
  return { person, staff, basis, id, about, deliver };
}

async function published(avow: Market, now: number) {
  const there = await proposed(avow, now);
  await avow.desk.bases.publish({ basis: there.basis, by: there.staff[1] });
  return there;
}

describe(cited('3.g.1'), () => {
  it('discloses on a published basis, to whom and for as long as that says', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { person, staff, basis, id, about, deliver } = await published(avow, clock.now());
    const [one, two, three] = staff;
    await approve(avow, id, [two, three]);
    const ticket = ticketOf(await deliver());
    const as = { party: insurer };
    const { view } = await avow.desk.portal.redeem({ ticket, as });
    const look = () => avow.desk.portal.look({ view, as });
    permittedBy(await look(), '3.g.1');
    expect(await avow.desk.told(person)).toMatchObject([{ ground: 'basis' }]);
    expect(await avow.desk.bases.list()).toMatchObject([{ basis, words, parties: [insurer] }]);
    await engage(avow, court, 'thirdParty');
    const { case: other } = await avow.desk.cases.open({ ...about, to: { party: court } });
    await approve(avow, other, [two, three]);
    refusedBy(await avow.desk.cases.deliver({ case: other, by: one }), 'P.1');

    clock.pass(10 * DAY);
    refusedBy(await look(), 'P.1');
  });
});

describe(cited('3.g.2'), () => {
  it('discloses nothing until it is published and two agree, nothing once it is ended, and counts in public', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { staff, basis, id, about, deliver } = await published(avow, clock.now());
    const [one, two, three] = staff;
    const unpublished = { ...about, evidence: 'b-0' as never, to: { party: insurer } };
    await expect(avow.desk.cases.open(unpublished)).rejects.toMatchObject({
      ...{ code: 'AVOW_NOT_FOUND', field: 'evidence' },
    });
    const inOne = { words: { en: 'Only so.' }, categories: name, parties: [insurer] };
    await expect(
      avow.desk.bases.propose({ ...inOne, until: clock.now() + DAY, by: one }),
    ).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'words' });
    await approve(avow, id, [two]);
    refusedBy(await deliver(), 'P.1');
    await approve(avow, id, [three]);
    // Ended while it is delivered: behind the end nothing is.
    const [, ending] = await Promise.all([deliver(), avow.desk.bases.end({ basis, by: one })]);
    expect(ending.ended).toBe(clock.now());
    refusedBy(await deliver(), 'P.1');
    await avow.desk.cases.refuse({ case: id, by: two, reason: 'no-ground' });
    const [counts] = await avow.desk.report();
    expect(counts).toMatchObject({ ground: 'basis', month: '2026-01', opened: 1, refused: 1 });
    expect(JSON.stringify(counts)).not.toContain(insurer);
  });

  it('is refused while a basis is proposed, which one publishes who did not propose it, once, whatever comes in between', async () => {
    const folder = place();
    const clock = handClock();
    const first = await openMarket(folder, { clock });
    const { staff, basis, id } = await proposed(first, clock.now());
    const [one, two, three, four] = staff;
    await approve(first, id, [two, three]);
    const early = await first.desk.cases.deliver({ case: id, by: one });
    refusedBy(early, 'P.1');
    expect(early).toMatchObject({ missing: [{ steps: [{ fact: 'basis', by: 'operator' }] }] });
    expect(await first.desk.bases.list()).toEqual([]);
    expect(await first.desk.bases.get(basis)).toBeUndefined();
    await expect(first.desk.bases.publish({ basis, by: one })).rejects.toMatchObject({
      ...{ code: 'AVOW_STATE', field: 'by' },
    });
    await first.close();

    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    expect(await avow.desk.bases.proposals()).toMatchObject([{ basis, proposedBy: one }]);
    // Published and dropped at the same time: one of the two is what happened.
    const both = await Promise.allSettled([
      avow.desk.bases.publish({ basis, by: two }),
      avow.desk.bases.drop({ basis, by: four }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const isPublished = both[0].status === 'fulfilled';
    expect(await avow.desk.bases.list()).toHaveLength(isPublished ? 1 : 0);
    expect(await avow.desk.bases.proposals()).toEqual([]);
    // What two agreed to was a proposal: what is published they are asked about anew.
    refusedBy(await avow.desk.cases.deliver({ case: id, by: one }), 'P.1');
    if (!isPublished) return;
    await approve(avow, id, [two, three]);
    permittedBy(await avow.desk.cases.deliver({ case: id, by: one }), '3.g.1');
  });
});
