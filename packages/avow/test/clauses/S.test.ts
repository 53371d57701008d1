import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { holdOf } from '../../src/holds/holds.ts';
import {
  asHoldId,
  asPartyId,
  asPersonId,
  type HoldId,
  type PersonId,
  type Providers,
} from '../../src/index.ts';
import { holdFrom } from '../../src/register/hold.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { operator } from '../desk.ts';
import { leavesOf } from '../log.ts';
import { contentOf, givePartyKey } from '../party-keys.ts';
import { engageCarrier, historyOf, member, openOrder, order } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';

describe(cited('S.2.1'), () => {
  it('gives all that is held, with where from, since when and until when, again and again', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    for (const _ of ['once', 'and again']) {
      const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
      const phone = { category: 'contact.phone', value: '+86 Mei 1', source: 'person' };
      expect(held).toContainEqual({ ...phone, collected: clock.now(), expires: undefined });
      const categories = held.map(({ category }) => category).sort();
      const registered = [
        'contact.address',
        'contact.name',
        'contact.phone',
        'registration.username',
      ];
      expect(categories).toEqual(registered);
    }
  });

  it('gives it to nobody else, and no password to anybody', async () => {
    const avow = await market();
    const [person, other] = [await member(avow), await member(avow, 'Li')];
    const look = { person, purpose: 'rights', categories: ['contact.phone'] } as const;
    refusedBy(await avow.act('show', { ...look, to: { user: other } }), 'P.1');
    const secret = { ...look, categories: ['registration.secret'], to: 'person' } as const;
    expect(await avow.act('show', secret)).toMatchObject({ permitted: false });
  });
});

describe(cited('S.2.2'), () => {
  it('shows what was done, and to nobody but the person', async () => {
    const avow = await market();
    const person = await member(avow);
    const categories = ['contact.name'] as const;
    const used = await avow.act('use', { person, purpose: 'account', categories });
    const [newest] = await historyOf(avow, person);
    expect(newest).toMatchObject({ entry: used.entry, what: { action: 'use', sentence: '2.c.1' } });

    const other = await member(avow, 'Li');
    const look = { person, purpose: 'rights', categories: ['history'] } as const;
    refusedBy(await avow.act('show', { ...look, to: { user: other } }), 'P.1');
    refusedBy(await avow.act('show', look), 'P.1');
  });

  it('shows it to one who has not accepted anything yet', async () => {
    const avow = await market();
    const { person } = await avow.subjects.create();
    expect(await historyOf(avow, person)).toHaveLength(1);
  });
});

describe(cited('S.3.1'), () => {
  it('corrects what is held, and finds the person by what is right now', async () => {
    const avow = await market();
    const person = await member(avow, 'Mei');
    const fields = { 'registration.username': 'Mei Lin', 'contact.phone': '2' };
    permittedBy(await avow.correct({ person, fields }), 'S.3.1');
    expect(await avow.subjects.find('registration.username', 'Mei Lin')).toBe(person);
    expect(await avow.subjects.find('registration.username', 'Mei')).toBeUndefined();
    const categories = ['contact.phone'] as const;
    const used = await avow.act('use', { person, purpose: 'account', categories });
    expect(permittedBy(used, '2.c.1').values).toEqual({ 'contact.phone': '2' });
  });

  it('corrects nothing that is not held', async () => {
    const avow = await market();
    const person = await member(avow);
    const fields = { 'contact.phone': '2', 'contact.email': 'mei@example.net' };
    await expect(avow.correct({ person, fields })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
      field: 'fields.contact.email',
    });
    const categories = ['contact.phone'] as const;
    const used = await avow.act('use', { person, purpose: 'account', categories });
    expect(permittedBy(used, '2.c.1').values).toEqual({ 'contact.phone': '+86 Mei 1' });
  });
});

describe(cited('S.4.1'), () => {
  it('opens nothing of an erased person, not even in another process', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const person = await member(avow);
    const { entry } = await avow.export({ person });
    permittedBy(await avow.erase({ person }), 'S.4.1');
    const use = (at: typeof avow) =>
      at.act('use', { person, purpose: 'account', categories: ['contact.name'] });
    const all = (at: typeof avow) => [
      () => use(at),
      () => at.export({ person }),
      () => at.collect({ person, purpose: 'account', fields: { 'contact.name': 'Mei' } }),
      () => at.history({ person }),
      () => at.openReceipt({ person, entry }),
      () => at.agreement.accept({ person, language: 'en' }),
    ];
    for (const attempt of all(avow)) {
      await expect(attempt()).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    }
    expect(await avow.subjects.find('registration.username', 'Mei')).toBeUndefined();
    await avow.close();

    const again = await openMarket(folder);
    for (const attempt of all(again)) {
      await expect(attempt()).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    }
    expect(await again.subjects.get(person)).toMatchObject({ state: 'erased' });
    await again.close();
  });

  it('erases one who holds nothing yet, and leaves the other side of an order in peace', async () => {
    const avow = await market();
    const { person: newcomer } = await avow.subjects.create();
    permittedBy(await avow.erase({ person: newcomer }), 'S.4.1');

    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await engageCarrier(avow);
    await openOrder(avow, seller, buyer);
    await avow.erase({ person: seller });
    const categories = ['contact.phone'] as const;
    const used = await avow.act('use', { person: buyer, purpose: 'account', categories });
    permittedBy(used, '2.c.1');
    expect((await avow.orders.close({ order })).state).toBe('closed');
  });
});

const document = createHash('sha256').update('case 12 of 2026').digest('hex');
/** What a hold is placed on: a document, and whoever of the desk verified it. */
const suit = async (avow: Market) =>
  ({ kind: 'proceedings', document, verifiedBy: await operator(avow) }) as const;

/** What a desk would read from records: a verified order of an authority at home, agreed to by two. */
const byOrder: Providers = Object.fromEntries(
  Object.entries({ 'authority.order': true, approvals: true, 'authority.foreign': false }).map(
    ([name, holds]) => [name, { reads: () => [], judge: () => holds }],
  ),
);

describe(cited('S.4.4'), () => {
  it('closes what a hold covers to everything but the law, and erases it when that ends', async () => {
    const clock = handClock();
    const avow = await market({ clock, facts: byOrder });
    const person = await member(avow);
    const court = asPartyId('court');
    const terms = { as: 'authority', purposes: ['legal'], categories: ['contact.name'] } as const;
    await avow.parties.engage({ party: court, country: 'CN', ...terms });
    const key = await givePartyKey(avow, court);
    const why = await suit(avow);
    const { hold } = await avow.holds.place({ person, ...why });

    const erased = permittedBy(await avow.erase({ person }), 'S.4.4');
    expect(erased).toMatchObject({
      held: { categories: undefined, until: undefined },
      recoverableUntil: undefined,
      receipt: { opening: { person } },
    });
    expect(await avow.subjects.get(person)).toMatchObject({ state: 'held' });
    expect(await avow.subjects.find('registration.username', 'Mei')).toBeUndefined();
    const categories = ['contact.name'] as const;
    const closed = [
      () => avow.act('use', { person, purpose: 'account', categories }),
      () => avow.export({ person }),
      () => avow.collect({ person, purpose: 'account', fields: { 'contact.name': 'Mei' } }),
      () => avow.history({ person }),
      () => avow.agreement.accept({ person, language: 'en' }),
      () => avow.subjects.reinstate(person),
      () => avow.erase({ person }),
    ];
    for (const attempt of closed) {
      await expect(attempt()).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    }
    const legal = { person, purpose: 'legal', categories } as const;
    const seal = () => avow.disclosures.seal('disclose', { ...legal, to: { party: court } });
    const sealed = permittedBy(await seal(), '3.c.1');
    const { disclosure } = sealed;
    const opened = await avow.disclosures.open({ disclosure, party: court });
    const values = { 'contact.name': 'Mei' };
    const content = await contentOf(sealed, permittedBy(opened, '3.c.1'), key);
    expect(content).toMatchObject({ values });
    refusedBy(await avow.act('use', legal), 'P.1');

    const by = why.verifiedBy;
    expect(await avow.holds.lift({ person, hold, by })).toMatchObject({ erased: true });
    await expect(seal()).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    expect(await avow.subjects.get(person)).toMatchObject({ state: 'erased' });
  });

  it('erases what the hold does not name at once', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const until = clock.now() + 90 * DAY;
    const categories = ['contact.name'] as const;
    await avow.holds.place({ person, ...(await suit(avow)), categories, until });
    const decided = await avow.erase({ person });
    expect(permittedBy(decided, 'S.4.1').held).toEqual({ categories, until });
    expect(decided).toMatchObject({ duties: expect.arrayContaining(['eraseAfterHold']) });
    const [restricted] = (await leavesOf(avow)).filter(
      (leaf) => 'action' in leaf && leaf.action === 'restrict',
    );
    expect(restricted).toMatchObject({ cites: ['S.4.4'], cells: [['contact.name', 3, 0]] });
  });

  it('erases it at the end of the hold by itself, also where the server was down by then', async () => {
    const clock = handClock();
    const folder = place();
    const avow = await openMarket(folder, { clock });
    const person = await member(avow);
    const until = clock.now() + 5 * DAY;
    await avow.holds.place({ person, ...(await suit(avow)), until });
    permittedBy(await avow.erase({ person, idempotencyKey: 'once' }), 'S.4.4');
    await avow.close();
    clock.pass(5 * DAY - 1);
    const early = await openMarket(folder, { clock });
    await early.sweep();
    expect(await early.subjects.get(person)).toMatchObject({ state: 'held' });
    await early.close();
    clock.pass(1);
    const late = await openMarket(folder, { clock });
    await late.sweep();
    expect(await late.subjects.get(person)).toMatchObject({ state: 'erased' });
    const again = await late.erase({ person, idempotencyKey: 'once' });
    expect(permittedBy(again, 'S.4.4')).toMatchObject({ held: undefined, receipt: undefined });
    expect(await late.holds.list(person)).toEqual([]);
    await late.close();
  });

  it('keeps what is past its time, which nobody can read all the same', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const why = await suit(avow);
    const { hold } = await avow.holds.place({ person, ...why });
    await avow.agreement.terminate({ person });
    clock.pass(30 * DAY);
    expect(await avow.sweep()).toBe(0);
    const question = { person, purpose: 'rights', categories: ['contact.name'] } as const;
    const own = await avow.act('show', { ...question, to: 'person' });
    expect(permittedBy(own, 'S.2.1').values).toEqual({});
    const by = why.verifiedBy;
    expect(await avow.holds.lift({ person, hold, by })).toMatchObject({ erased: false });
    expect(await avow.sweep()).toBeGreaterThanOrEqual(4);
  });

  it('tells of somebody’s holds, and refuses one that cannot be', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const why = await suit(avow);
    const { entry: _, ...first } = await avow.holds.place({ person, ...why });
    expect(first).toMatchObject({ person, ...why, from: clock.now(), lifted: undefined });
    clock.pass(DAY);
    const lifter = await operator(avow);
    const lift = (hold: HoldId, by = lifter) => avow.holds.lift({ person, hold, by });
    const field = 'by';
    await expect(lift(first.hold, person)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field });
    const nobody = undefined as unknown as PersonId;
    const nameless = avow.holds.lift({ person, hold: first.hold, by: nobody });
    await expect(nameless).rejects.toMatchObject({ code: 'AVOW_INPUT', field });
    expect(await avow.holds.standing()).toEqual([first]);
    await lift(first.hold);
    expect(await avow.holds.standing()).toEqual([]);
    const done = { by: lifter, evidence: 'hold', state: 'lifted', of: first.hold };
    expect(await avow.desk.deeds()).toMatchObject([done]);
    const second = await avow.holds.place({ person, ...why, categories: ['interest'] });
    expect(await avow.holds.list(person)).toEqual([
      expect.objectContaining({ hold: second.hold, categories: ['interest'] }),
      { ...first, lifted: clock.now(), liftedBy: lifter },
    ]);
    const again = { code: 'AVOW_STATE', field: 'hold' };
    await expect(lift(first.hold)).rejects.toMatchObject(again);
    const none = { code: 'AVOW_NOT_FOUND', field: 'hold' };
    await expect(lift(asHoldId('none'))).rejects.toMatchObject(none);
    const wrong = [
      [{ until: clock.now() }, 'until'],
      [{ document: 'a scan' }, 'document'],
      [{ verifiedBy: 'Ada Lovelace' as PersonId }, 'verifiedBy'],
      [{ kind: 'whim' as 'duty' }, 'kind'],
    ] as const;
    for (const [part, field] of wrong) {
      await expect(avow.holds.place({ person, ...why, ...part })).rejects.toMatchObject({
        code: 'AVOW_INPUT',
        field,
      });
    }
    // Verified, and lifted, by one who works here, and not by the one whom it is about.
    const by = (verifiedBy: PersonId) => avow.holds.place({ person, ...why, verifiedBy });
    const verifier = 'verifiedBy';
    await expect(by(person)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: verifier });
    await avow.desk.staff.appoint({ operator: person });
    await expect(by(person)).rejects.toMatchObject({ code: 'AVOW_STATE', field: verifier });
    await expect(lift(second.hold, person)).rejects.toMatchObject({ code: 'AVOW_STATE', field });
    await avow.desk.staff.dismiss({ operator: lifter });
    await expect(lift(second.hold)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field });
    expect(await avow.holds.standing()).toMatchObject([{ hold: second.hold, liftedBy: undefined }]);
  });

  it('lists those that stand over everybody, a page at a time, past those that time has ended', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const why = await suit(avow);
    const placed: HoldId[] = [];
    const until = clock.now() + DAY;
    for (const name of ['Mei', 'Lan', 'Bo']) {
      clock.pass(1);
      const person = await member(avow, name);
      await avow.holds.place({ person, ...why, until });
      placed.push((await avow.holds.place({ person, ...why })).hold);
    }
    clock.pass(DAY);
    const page = async (limit: number, after?: HoldId) =>
      (await avow.holds.standing({ limit, ...(after && { after }) })).map(({ hold }) => hold);
    expect(await page(1_000)).toEqual(placed);
    expect(await page(2)).toEqual(placed.slice(0, 2));
    expect(await page(2, placed[1])).toEqual(placed.slice(2));
    for (const limit of [0, 1_001, 1.5]) {
      await expect(page(limit)).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'limit' });
    }
  });

  it('reads a hold that was lifted before anybody was asked who does', () => {
    const person = asPersonId('somebody');
    const body = {
      kind: 'duty',
      document,
      verifiedBy: 'one',
      categories: null,
      lifted: 7,
    } as const;
    const row = { id: 'a-hold', at: 1, until: null, body: JSON.stringify(body) };
    const read = holdOf(person, holdFrom(row));
    expect(read).toMatchObject({ lifted: 7, liftedBy: undefined, verifiedBy: 'one' });
  });
});

describe(cited('S.5.3'), () => {
  it('keeps what was done with somebody for three years, then removes it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const joined = (await historyOf(avow, person)).map(({ entry }) => entry);
    clock.pass(1_000 * DAY);
    const categories = ['contact.name'] as const;
    const used = await avow.act('use', { person, purpose: 'account', categories });
    const told = async () => (await historyOf(avow, person)).map(({ entry }) => entry);
    expect(await told()).toEqual(expect.arrayContaining([used.entry, ...joined]));

    clock.pass(97 * DAY);
    // Not told from its moment on, swept or not; what came later stays.
    for (const _ of ['before the sweep', 'after it']) {
      const lines = await told();
      expect(lines).toContain(used.entry);
      expect(lines.filter((entry) => joined.includes(entry))).toEqual([]);
      await avow.sweep();
    }
    expect(await avow.sweep()).toBe(0);
  });
});

describe(cited('S.5.1'), () => {
  it('keeps registration until thirty days after the account ends', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    clock.pass(400 * DAY);
    await avow.agreement.terminate({ person });
    const question = { person, purpose: 'rights', categories: ['contact.name'] } as const;
    const own = () => avow.act('show', { ...question, to: 'person' });
    clock.pass(30 * DAY - 1);
    expect(permittedBy(await own(), 'S.2.1').values).toEqual({ 'contact.name': 'Mei' });
    clock.pass(1);
    expect(permittedBy(await own(), 'S.2.1').values).toEqual({});
  });
});

describe(cited('S.5.4'), () => {
  it('reads nothing that is past its time, swept or not, and then deletes it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    await avow.agreement.terminate({ person });
    clock.pass(30 * DAY);
    const held = async () => permittedBy(await avow.export({ person }), 'S.2.2').held;
    expect(await held()).toEqual([]);
    expect(await avow.sweep()).toBeGreaterThanOrEqual(4);
    expect(await held()).toEqual([]);
    expect(await avow.sweep()).toBe(0);
  });
});

describe('what is kept until the account ends', () => {
  it('is kept on if the person comes back in time', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    await avow.agreement.terminate({ person });
    clock.pass(29 * DAY);
    await avow.agreement.accept({ person, language: 'en' });
    clock.pass(29 * DAY);
    const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
    const { values } = permittedBy(await avow.act('use', question), '2.c.1');
    expect(values).toEqual({ 'contact.name': 'Mei' });
  });

  it('is not kept longer for having been corrected after the end', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    await avow.agreement.terminate({ person });
    clock.pass(29 * DAY);
    const corrected = avow.correct({ person, fields: { 'contact.name': 'Mei Lin' } });
    permittedBy(await corrected, 'S.3.1');
    clock.pass(DAY);
    const question = { person, purpose: 'rights', categories: ['contact.name'] } as const;
    const own = await avow.act('show', { ...question, to: 'person' });
    expect(permittedBy(own, 'S.2.1').values).toEqual({});
  });

  it('leads nobody to the person any more, and somebody else may take the name', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow, 'Mei');
    await avow.agreement.terminate({ person });
    clock.pass(30 * DAY);
    expect(await avow.subjects.find('registration.username', 'Mei')).toBeUndefined();
    await avow.sweep();
    const next = await member(avow, 'Mei');
    expect(await avow.subjects.find('registration.username', 'Mei')).toBe(next);
  });
});

describe('an account that is suspended', () => {
  it('gives nothing and gets nothing until it is reinstated', async () => {
    const avow = await market();
    const person = await member(avow);
    const use = () => avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
    await avow.subjects.suspend(person);
    const refused = await use();
    refusedBy(refused, 'P.1');
    expect(refused).toMatchObject({ by: 'state', category: 'contact.name', missing: [] });
    const explained = { entry: refused.entry, language: 'en', audience: 'person' } as const;
    expect(await avow.explain(explained)).toMatchObject({ permitted: false, withheld: true });
    await expect(avow.agreement.accept({ person, language: 'en' })).rejects.toMatchObject({
      code: 'AVOW_STATE',
    });
    await avow.subjects.reinstate(person);
    permittedBy(await use(), '2.c.1');
  });

  it('may not read its history either, and that it asked stands in it', async () => {
    const avow = await market();
    const person = await member(avow);
    const { entry } = await avow.export({ person });
    await avow.subjects.suspend(person);
    const asked = [await avow.history({ person }), await avow.openReceipt({ person, entry })];
    for (const refused of asked) {
      refusedBy(refused, 'P.1');
      expect(refused).toMatchObject({ by: 'state', category: 'history' });
    }
    await avow.subjects.reinstate(person);
    const lines = await historyOf(avow, person);
    for (const refused of asked) {
      const what = { action: 'show', categories: ['history'], permitted: false, sentence: 'P.1' };
      const line = lines.find((each) => each.entry === refused.entry);
      expect(line).toMatchObject({ what });
    }
  });

  it('gets nothing of others either', async () => {
    const avow = await market();
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await engageCarrier(avow);
    await openOrder(avow, seller, buyer);
    await avow.orders.perform({ order, by: seller });
    const categories = ['contact.phone'] as const;
    await avow.orders.ask({ order, by: seller, categories });
    const about = { purpose: 'dispute.order', categories, to: { user: seller }, order } as const;
    await avow.subjects.suspend(seller);
    const refused = await avow.act('disclose', { person: buyer, ...about });
    expect(refused).toMatchObject({ permitted: false, by: 'state' });
  });
});
