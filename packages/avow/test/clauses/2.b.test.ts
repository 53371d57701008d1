import { describe, expect, it, onTestFinished } from 'vitest';
import { asPartyId, type HarvestCase, type PartyId, type Reader } from '../../src/index.ts';
import { alertsBy, memoryMail } from '../alerted.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { engage, operators } from '../desk.ts';
import { ask, askAll, limitedTo, mixed, people } from '../harvesters.ts';
import { givePartyKey } from '../party-keys.ts';
import { carrier, engageCarrier, historyOf, member, openOrder, order } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place, twoMarkets } from '../place.ts';

const HOUR = 3_600_000;
const policy = limitedTo({ userHour: 10, userDay: 25, partyHour: 10, partyDay: 25, inOrder: 12 });

const stateOf = async (
  avow: Market,
  { user }: { user: Parameters<Market['subjects']['get']>[0] },
) => (await avow.subjects.get(user))?.state;

/** Somebody who went through people until they were stopped, and the case against them. */
async function harvester(avow: Market, name = 'Wen') {
  const user = await member(avow, name);
  const read = mixed(await people(avow, 30));
  expect(await askAll(avow, { user }, read)).toHaveLength(19);
  const [found] = await avow.harvesting.against({ user });
  return { user, read, found: found as HarvestCase };
}

describe(cited('2.b.1'), () => {
  it('lets nobody outside collect, receive, alter, derive or publish, by whatever act', async () => {
    const avow = await market();
    const [person, user] = [await member(avow), await member(avow, 'Wen')];
    const question = { person, purpose: 'fulfilment', categories: ['contact.phone'] } as const;
    refusedBy(await avow.act('derive', { ...question, to: { user } }), '2.b.1');
    for (const action of ['collect', 'observe', 'acquire', 'edit', 'derive', 'publish'] as const) {
      const previewed = await avow.preview(action, { ...question, to: { user } });
      expect(previewed).toMatchObject({ permitted: false, sentence: '2.b.1' });
    }
  });
});

describe(cited('2.b.2'), () => {
  it('counts different people within an hour, and anew in the next; never the same twice', async () => {
    const clock = handClock();
    const avow = await market({ policy, clock });
    const user = await member(avow, 'Wen');
    const [first, second] = [await people(avow, 10), await people(avow, 11)];
    for (let again = 0; again < 3; again += 1) {
      expect(await askAll(avow, { user }, mixed(first))).toEqual([]);
    }
    clock.pass(HOUR);
    expect(await askAll(avow, { user }, mixed(second).slice(0, 10))).toEqual([]);
    expect(await stateOf(avow, { user })).toBe('active');
    const [last] = mixed(second).slice(10);
    // The answer that passes the limit is the last one.
    expect((await ask(avow, { user }, last!)).permitted).toBe(false);
    expect(await stateOf(avow, { user })).toBe('suspended');
    const [found] = await avow.harvesting.list();
    expect(found).toMatchObject({
      ...{ against: { user }, pattern: 'people', count: 11, most: 10, within: HOUR },
      ...{ state: 'open', found: clock.now(), decided: undefined, appeal: undefined },
    });
    // The evidence is counts: nobody who was read stands in it.
    expect([...first, ...second].some((id) => JSON.stringify(found).includes(id))).toBe(false);
  });

  it('sees who goes slowly, by the day, and who goes through people in order', async () => {
    const clock = handClock();
    const avow = await market({ policy, clock });
    const [slow, walker] = [await member(avow, 'Wen'), await member(avow, 'Bo')];
    const all = await people(avow, 30);
    for (const person of mixed(all)) {
      await ask(avow, { user: slow }, person);
      clock.pass(HOUR / 4);
    }
    const [found] = await avow.harvesting.against({ user: slow });
    expect(found).toMatchObject({ pattern: 'people', count: 26, most: 25, within: DAY });

    for (const person of all.slice(0, 14)) {
      await ask(avow, { user: walker }, person);
      clock.pass(HOUR / 2);
    }
    const [walked] = await avow.harvesting.against({ user: walker });
    expect(walked).toMatchObject({ pattern: 'order', count: 12, within: undefined });
  });

  it('sees the first touch of a decoy, which nothing tells from anybody else', async () => {
    const avow = await market();
    const [decoy, person, user] = [
      await member(avow, 'Ann'),
      await member(avow, 'Mei'),
      await member(avow, 'Wen'),
    ];
    const before = await avow.subjects.get(decoy);
    await avow.harvesting.decoys.add({ person: decoy });
    expect(await avow.subjects.get(decoy)).toEqual(before);
    expect(await avow.harvesting.decoys.list()).toEqual([decoy]);
    const said = await ask(avow, { user }, person);
    const touched = await ask(avow, { user }, decoy);
    const { entry: _one, at: _then, ...answer } = said;
    expect(touched).toMatchObject(answer);
    expect(await avow.harvesting.list()).toMatchObject([{ pattern: 'decoy', against: { user } }]);
    // The platform itself looks after it as after anybody, and is suspected of nothing.
    await avow.export({ person: decoy });
    await avow.harvesting.decoys.remove({ person: decoy });
    const other = await member(avow, 'Bo');
    await ask(avow, { user: other }, decoy);
    expect(await stateOf(avow, { user: other })).toBe('active');
  });

  it('holds a partner to limits of its own: what it opens counts, what it is handed does not', async () => {
    const clock = handClock();
    const avow = await market({ policy: limitedTo({ partyHour: 3 }), clock });
    const seller = await member(avow, 'Li');
    await engageCarrier(avow);
    await givePartyKey(avow, carrier);
    const handed: Parameters<typeof avow.disclosures.open>[0][] = [];
    for (let at = 0; at < 5; at += 1) {
      const buyer = await member(avow, `Mei ${at}`);
      const id = `${order}-${at}` as typeof order;
      await openOrder(avow, seller, buyer, id);
      const sealed = await avow.disclosures.seal('provide', {
        ...{ person: buyer, purpose: 'fulfilment', categories: ['contact.name'], order: id },
        to: { party: carrier },
      });
      handed.push({ ...permittedBy(sealed, '2.a.4'), party: carrier });
    }
    expect(await avow.harvesting.list()).toEqual([]);
    const opened: boolean[] = [];
    for (const each of handed) opened.push((await avow.disclosures.open(each)).permitted);
    expect(opened).toEqual([true, true, true, true, false]);
    const [found] = await avow.harvesting.against({ party: carrier });
    expect(found).toMatchObject({ pattern: 'people', count: 4, most: 3, within: HOUR });

    const { harvest } = found!;
    const [by, other] = await operators(avow);
    const ended = await avow.harvesting.terminate({ harvest, by });
    expect(ended.running).toHaveLength(4);
    expect((await avow.parties.keys(carrier)).every(({ revoked }) => revoked)).toBe(true);
    expect(await avow.parties.duties(carrier)).toMatchObject([{ state: 'due' }]);
    await avow.harvesting.reverse({ harvest, by: other });
    // Active again, and without what it had: that was closed.
    expect((await avow.disclosures.open(handed[4]!)).permitted).toBe(false);
  });

  it('keeps a party suspended as long as one reason stands, whichever came first', async () => {
    const avow = await market({ policy });
    const [by, other] = await operators(avow);
    const [first, second] = [asPartyId('broker-1'), asPartyId('broker-2')];
    const state = async (party: PartyId) => (await avow.parties.get(party))?.state;
    for (const party of [first, second]) await engage(avow, party, 'thirdParty');
    await avow.parties.suspend({ party: first });
    for (const party of [first, second]) {
      const { harvest } = await avow.harvesting.suspend({ who: { party }, by });
      if (party === second) await avow.parties.suspend({ party });
      await avow.harvesting.reverse({ harvest, by: other });
      expect(await state(party)).toBe('suspended');
      await avow.parties.reinstate({ party });
      expect(await state(party)).toBe('active');
      // What was lifted is forgotten: the next case ends with itself.
      const again = await avow.harvesting.suspend({ who: { party }, by });
      await avow.harvesting.reverse({ harvest: again.harvest, by: other });
      expect(await state(party)).toBe('active');
    }
  });

  it('goes on counting after a restart, and leaves nothing of it when the day is over', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { policy, clock });
    const user = await member(first, 'Wen');
    const all = mixed(await people(first, 11));
    expect(await askAll(first, { user }, all.slice(0, 8))).toEqual([]);
    await first.close();
    const avow = await openMarket(folder, { policy, clock });
    onTestFinished(() => avow.close());
    expect(await askAll(avow, { user }, all.slice(8))).toEqual([]);
    expect(await stateOf(avow, { user })).toBe('suspended');
    clock.pass(2 * DAY);
    expect(await avow.sweep()).toBe(2);
  });
});

describe(cited('2.b.3'), () => {
  it('suspends at once on every process, however many reads come together', async () => {
    const [avow, other] = await twoMarkets({ policy });
    const user = await member(avow, 'Wen');
    const all = mixed(await people(avow, 40));
    await Promise.all(
      all.slice(0, 30).map(async (person, at) => ask(at % 2 ? avow : other, { user }, person)),
    );
    for (const each of [avow, other]) {
      expect(await ask(each, { user }, all[35]!)).toMatchObject({ permitted: false, by: 'state' });
    }
    expect(await avow.harvesting.against({ user })).toHaveLength(1);
  });

  it('ends the agreement by an operator’s decision, once, and nobody else’s', async () => {
    const avow = await market({ policy });
    const { user, found } = await harvester(avow);
    const { harvest } = found;
    const [by, other] = await operators(avow);
    const missing = avow.harvesting.terminate({ harvest: order as never, by });
    await expect(missing).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'harvest' });
    for (const nobody of [user, await member(avow, 'Bo')]) {
      const tried = avow.harvesting.terminate({ harvest, by: nobody });
      await expect(tried).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'by' });
    }
    await avow.desk.staff.dismiss({ operator: other });
    const late = avow.harvesting.terminate({ harvest, by: other });
    await expect(late).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'by' });
    await avow.desk.staff.appoint({ operator: other });
    const both = await Promise.allSettled([
      avow.harvesting.terminate({ harvest, by }),
      avow.harvesting.terminate({ harvest, by: other }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await avow.harvesting.get(harvest)).toMatchObject({ state: 'terminated' });
    expect(await avow.harvesting.list()).toEqual([]);
    expect(await avow.agreement.state(user)).toBe('terminated');
    expect(await stateOf(avow, { user })).toBe('suspended');
  });

  it('bites on every other process before it is answered, though somebody had made them active again', async () => {
    const [avow, elsewhere] = await twoMarkets({ policy });
    const { user, found } = await harvester(avow);
    const [by] = await operators(avow);
    await givePartyKey(avow, carrier);
    await engageCarrier(avow);
    const suspending = { who: { party: carrier }, by } as const;
    const { harvest } = await avow.harvesting.suspend(suspending);
    await avow.subjects.reinstate(user);
    await avow.parties.reinstate({ party: carrier });
    const person = await member(avow, 'Mei');
    const use = () =>
      elsewhere.act('use', { person: user, purpose: 'account', categories: ['contact.name'] });
    permittedBy(await use(), '2.c.1');

    // Whoever goes on asking meanwhile is refused from the answer on, and not from some time after it.
    let isTold = false;
    const behind: boolean[] = [];
    const asking = Array.from({ length: 4 }, async () => {
      for (let isOver = false; !isOver; ) {
        isOver = isTold;
        const { permitted } = await use();
        if (isOver) behind.push(permitted);
      }
    });
    await avow.harvesting.terminate({ harvest: found.harvest, by });
    await avow.harvesting.terminate({ harvest, by });
    isTold = true;
    await Promise.all(asking);
    expect(behind).toEqual([false, false, false, false]);
    expect(await ask(elsewhere, { user }, person)).toMatchObject({ permitted: false, by: 'state' });
    expect(await stateOf(elsewhere, { user })).toBe('suspended');
    const accepting = elsewhere.agreement.accept({ person: user, language: 'en' });
    await expect(accepting).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'person' });
    expect(await elsewhere.parties.get(carrier)).toMatchObject({ state: 'suspended' });
    expect((await elsewhere.parties.list(carrier)).every(({ ended }) => ended)).toBe(true);
    expect((await elsewhere.parties.keys(carrier)).every(({ revoked }) => revoked)).toBe(true);
  });
});

describe(cited('2.b.4'), () => {
  it('is heard once of two who hear it at the same time, whatever they say', async () => {
    const [avow, elsewhere] = await twoMarkets({ policy });
    const [first, one, other] = await operators(avow);
    for (const hears of ['uphold', 'reverse'] as const) {
      const { user, found } = await harvester(avow, hears);
      const { harvest } = found;
      await avow.harvesting.terminate({ harvest, by: first });
      await elsewhere.harvesting.appeal({ harvest, as: { user }, text: 'No.' });
      const both = await Promise.allSettled([
        avow.harvesting[hears]({ harvest, by: one }),
        elsewhere.harvesting[hears]({ harvest, by: other }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const heard = both[0].status === 'fulfilled' ? one : other;
      expect(await elsewhere.harvesting.get(harvest)).toMatchObject({
        ...{ state: hears === 'uphold' ? 'terminated' : 'reversed', decided: { by: heard } },
        appeal: { state: hears === 'uphold' ? 'dismissed' : 'granted', decided: { by: heard } },
      });
    }
  });

  it('hears an appeal, in words that only who hears it reads, and undoes what was wrong', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { policy, clock });
    const { user, read, found } = await harvester(first);
    const { harvest } = found;
    const [by, other] = await operators(first);
    await first.harvesting.terminate({ harvest, by });
    const stranger: Reader = { user: await member(first, 'Bo') };
    const text = 'I run the book club, and wrote to its members.';
    const appeal = (as: Reader) => first.harvesting.appeal({ harvest, as, text });
    await expect(appeal(stranger)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    const { appeal: made } = await appeal({ user });
    expect(made).toEqual({
      ...{ at: clock.now(), due: clock.now() + 15 * DAY },
      ...{ state: 'made', decided: undefined },
    });
    await expect(appeal({ user })).rejects.toMatchObject({ code: 'AVOW_EXISTS' });
    await first.close();

    const avow = await openMarket(folder, { policy, clock });
    onTestFinished(() => avow.close());
    expect(await avow.harvesting.readAppeal({ harvest, by: other })).toMatchObject({ text });
    // Not by whoever decided before; and what waits to be heard is not decided over.
    for (const settle of [avow.harvesting.reverse, avow.harvesting.uphold]) {
      const own = settle({ harvest, by });
      await expect(own).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
    }
    const reversed = await avow.harvesting.reverse({ harvest, by: other });
    expect(reversed).toMatchObject({
      ...{ state: 'reversed', decided: { by: other } },
      appeal: { state: 'granted', decided: { by: other } },
    });
    expect(await stateOf(avow, { user })).toBe('active');
    expect(await avow.agreement.state(user)).toBe('accepted');
    const again = avow.harvesting.reverse({ harvest, by: other });
    await expect(again).rejects.toMatchObject({ code: 'AVOW_STATE' });
    // What was read before counts no longer; what is read from now on does.
    clock.pass(2_000);
    expect(await askAll(avow, { user }, read.slice(0, 11))).toEqual([]);
    expect(await avow.harvesting.list()).toMatchObject([{ count: 11 }]);
    await avow.harvesting.reverse({ harvest: (await avow.harvesting.list())[0]!.harvest, by });
    const states = (await historyOf(avow, user)).flatMap(({ what }) =>
      what.kind === 'evidence' && what.evidence === 'harvest' ? what.state : [],
    );
    expect(states.reverse()).toEqual([
      ...['suspended', 'terminated', 'appealed', 'read', 'reversed'],
      ...['suspended', 'reversed'],
    ]);
  });

  it('dismisses an appeal by another of us, and goes on being suspended', async () => {
    const avow = await market({ policy });
    const { user, found } = await harvester(avow);
    const { harvest } = found;
    const [by, other] = await operators(avow);
    expect(await avow.harvesting.uphold({ harvest, by })).toMatchObject({ state: 'upheld' });
    const again = avow.harvesting.uphold({ harvest, by: other });
    await expect(again).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'harvest' });
    await avow.harvesting.appeal({ harvest, as: { user }, text: 'No.' });
    // An appeal is heard before anything worse is decided.
    const worse = avow.harvesting.terminate({ harvest, by: other });
    await expect(worse).rejects.toMatchObject({ code: 'AVOW_STATE' });
    const both = await Promise.allSettled([
      avow.harvesting.uphold({ harvest, by: other }),
      avow.harvesting.reverse({ harvest, by: other }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const [settled] = await avow.harvesting.against({ user });
    expect(['dismissed', 'granted']).toContain(settled?.appeal?.state);
    const isUndone = settled?.state === 'reversed';
    expect(await stateOf(avow, { user })).toBe(isUndone ? 'active' : 'suspended');
  });

  it('suspends on what others reported, which one of us reads, and hears that by somebody else', async () => {
    const avow = await market({ policy });
    const [reporter, user] = [await member(avow, 'Mei'), await member(avow, 'Wen')];
    const [by, other] = await operators(avow);
    const text = 'Wen asks everybody for their number.';
    await avow.harvesting.report({ by: reporter, who: { user }, text });
    const [waiting] = await avow.harvesting.reports();
    expect(JSON.stringify(waiting)).not.toContain(text);
    const { report } = waiting!;
    const stranger = avow.harvesting.readReport({ report, by: reporter });
    await expect(stranger).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    expect(await avow.harvesting.readReport({ report, by })).toMatchObject({ text });
    expect(await avow.harvesting.reports()).toEqual([]);
    const { harvest } = await avow.harvesting.suspend({ who: { user }, by });
    const twice = avow.harvesting.suspend({ who: { user }, by: other });
    await expect(twice).rejects.toMatchObject({ code: 'AVOW_STATE' });
    expect(await stateOf(avow, { user })).toBe('suspended');
    await avow.harvesting.appeal({ harvest, as: { user }, text: 'I sell in bulk.' });
    const own = avow.harvesting.reverse({ harvest, by });
    await expect(own).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
    await avow.harvesting.reverse({ harvest, by: other });
    expect(await stateOf(avow, { user })).toBe('active');
  });

  it('writes to them that they were suspended and what came of it, once each', async () => {
    const mail = memoryMail();
    const avow = await market({ policy, alerts: alertsBy(mail) });
    const { user, found } = await harvester(avow);
    expect(await avow.alerts.send()).toBe(1);
    expect(await avow.alerts.send()).toBe(0);
    const [by] = await operators(avow);
    await avow.harvesting.terminate({ harvest: found.harvest, by });
    await avow.alerts.send();
    await avow.harvesting.reverse({ harvest: found.harvest, by });
    await avow.alerts.send();
    expect(mail.sent.map(({ subject }) => subject)).toEqual([
      'Harbour: your account was suspended',
      'Harbour: we ended our agreement with you',
      'Harbour: your account is active again',
    ]);
    expect(JSON.stringify(mail.sent.map(({ text }) => text))).not.toContain('Wen');
    const told = (await historyOf(avow, user)).filter(
      ({ what }) => what.kind === 'decision' && what.action === 'message',
    );
    expect(told).toHaveLength(3);
  });
});
