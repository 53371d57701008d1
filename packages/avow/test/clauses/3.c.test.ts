import { describe, expect, it, onTestFinished } from 'vitest';
import type { CaseId, EntryId, PersonId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { approve, court, engage, giveKey, insurer, operators, orderOf, ticketOf } from '../desk.ts';
import { historyOf, member } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';

const name = ['contact.name'] as const;

async function lawCase(avow: Market, person: PersonId, by: PersonId, evidence: string) {
  const to = { party: court };
  const about = { type: 'law', person, by, to, categories: name } as const;
  return (await avow.desk.cases.open({ ...about, evidence: evidence as never })).case;
}

/** Somebody, the desk, and an order of the court about them. */
async function ordered(avow: Market, now: number, more = {}, name = 'Mei') {
  const person = await member(avow, name);
  const staff = await operators(avow);
  await engage(avow, court, 'authority');
  const order = await orderOf(avow, person, staff, now, more);
  return { person, staff, order, id: await lawCase(avow, person, staff[0], order) };
}

const says = (lines: Awaited<ReturnType<typeof historyOf>>) =>
  lines.map(({ what }) =>
    what.kind === 'decision' ? `${what.action} ${what.purpose}` : `${what.evidence} ${what.state}`,
  );

describe(cited('3.c.1'), () => {
  it('is handed over on a verified order, by two, sealed for a court with a key, until the case is closed', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { person, staff, id } = await ordered(avow, clock.now());
    await giveKey(avow, court);
    const [opener, second, third] = staff;
    await approve(avow, id, [second, third]);
    const request = { case: id, by: opener, idempotencyKey: 'deliver-once' };
    const decided = await avow.desk.cases.deliver(request);
    const delivered = permittedBy(decided, '3.c.1');
    expect(decided).toMatchObject({ duties: ['tellUnlessBarred', 'countGround'] });
    expect(delivered).toMatchObject({ by: 'seal', sealed: name });
    // What comes again is the same, and counts once.
    expect(permittedBy(await avow.desk.cases.deliver(request), '3.c.1')).toEqual(delivered);
    if (delivered.by !== 'seal') throw new Error('no seal');
    const { disclosure } = delivered;
    permittedBy(await avow.disclosures.open({ party: court, disclosure }), '3.c.1');
    expect(await avow.desk.told(person)).toMatchObject([{ case: id, ground: 'law' }]);
    expect(await avow.disclosures.of(person)).toMatchObject([{ case: id, opens: true }]);
    expect(says(await historyOf(avow, person))).toContain('disclose legal');
    expect(await avow.desk.report()).toEqual([
      {
        ground: 'law',
        month: '2026-01',
        opened: 1,
        delivered: 1,
        refused: 0,
        appealed: 0,
        undone: 0,
      },
    ]);
    const closed = await avow.desk.cases.close({ case: id, by: opener });
    expect(closed).toMatchObject({ state: 'closed', running: [{ disclosure, party: court }] });
    const late = await avow.disclosures.open({ party: court, disclosure });
    refusedBy(late, '3.c.2');
    // Nothing else was handed over, and what was is not handed over again.
    await expect(avow.desk.cases.deliver({ case: id, by: opener })).resolves.toMatchObject({
      permitted: false,
      sentence: '3.c.2',
    });
  });

  it('goes to a third party by a registered duty in law, in a portal, while the duty is in force', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const person = await member(first);
    const staff = await operators(first);
    await engage(first, insurer, 'thirdParty');
    const { duty } = await first.desk.duties.register({
      ...{ law: 'E-Commerce Law', article: '28', country: 'CN', party: insurer },
      ...{ categories: name, by: staff[0] },
    });
    const about = { type: 'law', person, categories: name } as const;
    const opening = { ...about, by: staff[0], to: { party: insurer }, evidence: duty };
    const { case: id } = await first.desk.cases.open(opening);
    await approve(first, id, [staff[1], staff[2]]);
    const ticket = ticketOf(await first.desk.cases.deliver({ case: id, by: staff[0] }));
    const as = { party: insurer };
    const { view } = await first.desk.portal.redeem({ ticket, as });
    await first.close();

    // A view outlives the process: nothing about it is in memory.
    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    expect(permittedBy(await avow.desk.portal.look({ view, as }), '3.c.1')).toEqual({
      values: { 'contact.name': 'Mei' },
    });
    await expect(avow.desk.portal.redeem({ ticket, as })).rejects.toMatchObject({
      code: 'AVOW_STATE',
      field: 'ticket',
    });
    await expect(avow.desk.portal.look({ view, as: { party: court } })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    await avow.desk.duties.end({ duty, by: staff[0] });
    expect(await avow.desk.duties.list()).toEqual([]);
    refusedBy(await avow.desk.portal.look({ view, as }), 'P.1');
  });
});

describe(cited('3.c.2'), () => {
  it('says what is missing, and takes no approval that is forged, self-given, given twice or used for something else', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const [one, two, three] = await operators(avow);
    await engage(avow, court, 'authority');
    const recorded = await avow.desk.orders.record({
      ...{
        person,
        authority: court,
        reference: '2026-7',
        country: 'CN',
        issued: clock.now() - DAY,
      },
      ...{ document: 'a'.repeat(64), categories: name, until: clock.now() + 9 * DAY, by: one },
    });
    const id = await lawCase(avow, person, one, recorded.order);
    const refused = await avow.desk.cases.deliver({ case: id, by: one });
    refusedBy(refused, '3.c.2');
    expect(await avow.desk.cases.approvable(id)).toMatchObject({
      ...{ needed: 2, approvedBy: [], wouldPermit: false, sentence: '3.c.2' },
    });

    const { cases, orders } = avow.desk;
    const digest = async () => (await cases.approvable(id))!.digest;
    const approving = { case: id, digest: await digest() };
    const self = cases.approve({ ...approving, by: one });
    await expect(self).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
    const customer = cases.approve({ ...approving, by: person });
    await expect(customer).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'by' });
    await cases.approve({ ...approving, by: two });
    const again = cases.approve({ ...approving, by: two });
    await expect(again).rejects.toMatchObject({ code: 'AVOW_EXISTS' });
    await cases.approve({ ...approving, by: three });

    // It was approved before it was verified: that was another order than it is now.
    await expect(
      orders.verify({ order: recorded.order, by: one, how: 'in-person' }),
    ).rejects.toThrow('somebody else');
    await orders.verify({ order: recorded.order, by: two, how: 'in-person' });
    refusedBy(await cases.deliver({ case: id, by: one }), '3.c.2');
    const replayed = cases.approve({ ...approving, by: two });
    await expect(replayed).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'digest' });
    expect(await cases.approvable(id)).toMatchObject({ approvedBy: [] });
    await approve(avow, id, [two, three]);
    // An approval is of one case: another one about the same has none.
    const other = await lawCase(avow, person, one, recorded.order);
    refusedBy(await cases.deliver({ case: other, by: one }), '3.c.2');
    permittedBy(await cases.deliver({ case: id, by: one }), '3.c.1');
    await orders.withdraw({ order: recorded.order, by: two });
    refusedBy(await cases.deliver({ case: id, by: one }), '3.c.2');

    const refusing = { case: other, by: two, reason: 'not-covered' } as const;
    expect(await cases.refuse(refusing)).toMatchObject({
      state: 'refused',
      ended: { by: two, reason: 'not-covered' },
    });
    // Nor by somebody who works here no longer.
    await avow.desk.staff.dismiss({ operator: one });
    await expect(cases.deliver({ case: id, by: one })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    // And nothing for law to an authority that names no case at all, or more than the order covers.
    const asked = { person, purpose: 'legal', categories: name, to: { party: court } } as const;
    refusedBy(await avow.disclosures.seal('disclose', asked), '3.c.2');
  });

  it('is not approved after its end, and an approval that races the closing never opens it again', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { staff, id } = await ordered(avow, clock.now());
    const [one, two, three] = staff;
    await approve(avow, id, [two]);
    const { digest } = (await avow.desk.cases.approvable(id))!;
    const [approving, closing] = await Promise.allSettled([
      avow.desk.cases.approve({ case: id, by: three, digest }),
      avow.desk.cases.close({ case: id, by: one }),
    ]);
    expect(closing.status).toBe('fulfilled');
    if (approving.status === 'rejected') expect(approving.reason.code).toBe('AVOW_STATE');
    refusedBy(await avow.desk.cases.deliver({ case: id, by: one }), '3.c.2');

    const second = await ordered(avow, clock.now(), {}, 'Lan');
    await approve(avow, second.id, [second.staff[1]]);
    const late = (await avow.desk.cases.approvable(second.id))!.digest;
    // The case ends with the order that it rests on.
    clock.pass(30 * DAY);
    await expect(
      avow.desk.cases.approve({ case: second.id, by: second.staff[2], digest: late }),
    ).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'case' });
    expect(await avow.desk.cases.get(second.id)).toMatchObject({ state: 'expired' });
    expect(await avow.desk.tidy()).toBeGreaterThan(0);
    expect(await avow.desk.cases.list({ state: 'expired' })).toMatchObject([{ case: second.id }]);
  });
});

describe('somebody whose erasure a legal hold keeps waiting', () => {
  it('is disclosed for law and nothing else, and goes with the hold, cases and all', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { person, staff, id } = await ordered(avow, clock.now());
    const [one, two, three] = staff;
    const suit = {
      kind: 'investigation',
      document: 'c'.repeat(64),
      verifiedBy: one,
    } as const;
    const { hold } = await avow.holds.place({ person, ...suit });
    permittedBy(await avow.erase({ person }), 'S.4.4');
    await approve(avow, id, [two, three]);
    const ticket = ticketOf(await avow.desk.cases.deliver({ case: id, by: one }));
    const as = { party: court };
    const { view } = await avow.desk.portal.redeem({ ticket, as });
    permittedBy(await avow.desk.portal.look({ view, as }), '3.c.1');
    await expect(avow.desk.cases.open({ type: 'support', person, by: two })).rejects.toMatchObject({
      code: 'AVOW_ERASED',
    });
    expect(await avow.holds.lift({ person, hold, by: two })).toMatchObject({ erased: true });
    expect(await avow.desk.cases.get(id)).toBeUndefined();
    await expect(avow.desk.portal.look({ view, as })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
  });
});

describe(cited('3.c.3'), () => {
  it('goes abroad only with the approval that law asks for, given before two agree', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const [one, two, three] = await operators(avow);
    await engage(avow, court, 'authority', 'US');
    // That it leaves the country has a clause and a record of its own.
    const kind = 'contract';
    await avow.mechanisms.register({
      ...{ kind, origin: 'CN', destination: 'US', document: 'd'.repeat(64) },
      ...{ purposes: ['legal'], categories: name },
    });
    const order = await orderOf(avow, person, [one, two], clock.now(), { country: 'US' });
    const id = await lawCase(avow, person, one, order);
    await approve(avow, id, [two, three]);
    refusedBy(await avow.desk.cases.deliver({ case: id, by: one }), '3.c.3');
    const document = 'b'.repeat(64);
    await avow.desk.orders.clear({ order, by: two, reference: 'MOJ-2026-4', document });
    // Two agreed to something else than this.
    refusedBy(await avow.desk.cases.deliver({ case: id, by: one }), '3.c.2');
    await approve(avow, id, [two, three]);
    permittedBy(await avow.desk.cases.deliver({ case: id, by: one }), '3.c.1');
  });
});

describe(cited('3.c.4'), () => {
  it('tells at once, or by itself when the bar ends; until then nothing that they read says so', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const start = clock.now();
    const bar = { until: start + 5 * DAY };
    const { person, staff, order, id } = await ordered(avow, start, { bar });
    const [one, two, three] = staff;
    await giveKey(avow, court);
    const before = says(await historyOf(avow, person));
    await avow.desk.cases.assign({ case: id, by: one, operator: two });
    const shown = { person, purpose: 'legal', categories: name, to: { staff: two } } as const;
    permittedBy(await avow.act('show', { ...shown, case: id }), 'P.4');
    await approve(avow, id, [two, three]);
    const decided = await avow.desk.cases.deliver({ case: id, by: one });
    const delivered = permittedBy(decided, '3.c.1');
    if (delivered.by !== 'seal') throw new Error('no seal');
    const { disclosure } = delivered;
    permittedBy(await avow.disclosures.open({ party: court, disclosure }), '3.c.1');

    const barred = await historyOf(avow, person);
    expect(says(barred)).toEqual(['show rights', ...before]);
    // Nor does a page by its length, or by where the next one begins.
    const known = new Set(barred.map(({ entry }) => entry));
    for (let before: EntryId | undefined, left = barred.length; left > 0; left -= 2) {
      const asked = { person, limit: 2, ownLooks: false, ...(before && { before }) };
      const page = permittedBy(await avow.history(asked), 'S.2.2');
      if (page.next === undefined) break;
      expect(page.happened).toHaveLength(2);
      expect(known).toContain(page.next);
      before = page.next;
    }
    await expect(avow.openReceipt({ person, entry: decided.entry })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    expect(await avow.desk.told(person)).toEqual([]);
    expect(await avow.desk.cases.of(person)).toEqual([]);
    expect(await avow.disclosures.of(person)).toEqual([]);
    for (const attempt of [
      () => avow.disclosures.close({ person, disclosure }),
      () => avow.desk.cases.appeal({ case: id, by: person }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    }
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(JSON.stringify(held)).not.toContain(court);
    // Nor what the platform is answered, and may pass on to them; and one who works here sees none about themself.
    const { running } = await avow.subjects.suspend(person);
    expect(running).toEqual([]);
    await avow.subjects.reinstate(person);
    await avow.desk.staff.appoint({ operator: person });
    const apart = { apart: person };
    expect(await avow.desk.cases.list(apart)).toEqual([]);
    expect(await avow.desk.cases.get(id, apart)).toBeUndefined();
    expect(await avow.desk.cases.get(id, { apart: one })).toMatchObject({ case: id });
    await avow.desk.staff.dismiss({ operator: person });
    // The bar keeps back what was done for law, and nothing that names its case beside that.
    const sold = { person, purpose: 'wish', categories: name, to: { party: court } } as const;
    refusedBy(await avow.disclosures.seal('sell', sold), '2.a.1');
    expect(says(await historyOf(avow, person, 1))).toEqual(['sell wish']);

    clock.pass(5 * DAY);
    const after = says(await historyOf(avow, person));
    expect(after).toContain('disclose legal');
    expect(after).toContain('open legal');
    expect(after).toContain('authorityOrder confirmed');
    expect(await avow.desk.told(person)).toMatchObject([
      { case: id, ground: 'law', to: { party: court }, disclosed: start, told: bar.until },
    ]);
    // With the proof of its day: it was recorded then, and not made up since.
    const receipt = permittedBy(await avow.openReceipt({ person, entry: decided.entry }), 'S.2.2');
    expect(receipt.opening).toMatchObject({ person, party: court, at: start });
    expect(await avow.desk.tidy()).toBeGreaterThan(0);
    expect(says(await historyOf(avow, person, 3))).toContain('telling told');
    expect(await avow.desk.orders.get(order)).toMatchObject({ bar });
  });

  it('tells in the same moment when a bar without an end is ended, and leaves nothing of an erased person', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { person, staff, order, id } = await ordered(avow, clock.now(), { bar: {} });
    await approve(avow, id, [staff[1], staff[2]]);
    permittedBy(await avow.desk.cases.deliver({ case: id, by: staff[0] }), '3.c.1');
    clock.pass(20 * DAY);
    await avow.desk.tidy();
    expect(await avow.desk.told(person)).toEqual([]);
    const { entry } = await avow.desk.orders.endBar({ order, by: staff[1] });
    expect(await avow.desk.told(person)).toMatchObject([{ case: id, told: clock.now() }]);
    expect((await historyOf(avow, person)).map((line) => line.entry)).toContain(entry);

    permittedBy(await avow.erase({ person }), 'S.4.1');
    expect(await avow.desk.cases.get(id as CaseId)).toBeUndefined();
    expect(await avow.desk.orders.get(order)).toBeUndefined();
    await expect(avow.desk.cases.deliver({ case: id, by: staff[0] })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
  });

  it('is owed for as long as a bar stands, whatever else is forgotten meanwhile, and is kept for its time from then on', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const years = (count: number) => clock.pass(count * 366 * DAY);
    const long = await ordered(avow, clock.now(), { bar: { until: clock.now() + 8 * 366 * DAY } });
    const endless = await ordered(avow, clock.now(), { bar: {} }, 'Lin');
    const [one, two, three] = long.staff;
    for (const { id } of [long, endless]) {
      await approve(avow, id, [two, three]);
      permittedBy(await avow.desk.cases.deliver({ case: id, by: one }), '3.c.1');
    }
    await avow.desk.cases.close({ case: long.id, by: one });
    // Orders and cases of others go three years after their end.
    for (let year = 0; year < 8; year += 1) {
      years(1);
      await avow.sweep();
      for (const { person, order } of year < 7 ? [long, endless] : [endless]) {
        expect(await avow.desk.told(person)).toEqual([]);
        expect(await avow.desk.cases.of(person)).toEqual([]);
        expect(await avow.desk.orders.get(order)).toBeDefined();
      }
    }
    expect(await avow.desk.told(long.person)).toMatchObject([{ case: long.id }]);
    await avow.desk.orders.endBar({ order: endless.order, by: two });
    years(2);
    await avow.sweep();
    for (const { person, order, id } of [long, endless]) {
      expect(await avow.desk.told(person)).toMatchObject([{ case: id }]);
      expect(await avow.desk.orders.get(order)).toBeDefined();
    }
    years(2);
    await avow.sweep();
    for (const { person, order, id } of [long, endless]) {
      expect(await avow.desk.told(person)).toEqual([]);
      expect(await avow.desk.orders.get(order)).toBeUndefined();
      expect(await avow.desk.cases.get(id)).toBeUndefined();
    }
  });
});
