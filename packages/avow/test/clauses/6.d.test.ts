import { describe, expect, it, onTestFinished } from 'vitest';
import { asPartyId, type PersonId } from '../../src/index.ts';
import { alertsBy, memoryMail } from '../alerted.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { operators } from '../desk.ts';
import { historyOf, member } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';

const insurer = asPartyId('insurer');
const reason = 'Sold what was not theirs, see the letter of 3 May.';

const recorded = (
  avow: Market,
  person: PersonId,
  by: PersonId | undefined,
  happened = Date.now() - DAY,
) =>
  avow.registers.violations.record({
    person,
    rule: 'sell-only-what-is-yours',
    happened,
    thirdParty: insurer,
    by,
    reason,
  });

const ownOf = (avow: Market, person: PersonId) =>
  avow.registers.join({
    person,
    purpose: 'rights',
    categories: ['register.violation', 'register.measure'],
    to: 'person',
  });

describe(cited('6.d.1'), () => {
  it('is read by those who decide, each look on record, and by the person', async () => {
    const avow = await market();
    const person = await member(avow);
    const [three, four] = await operators(avow);
    const { violation } = await recorded(avow, person, three);
    await avow.registers.violations.uphold({ violation, by: four });
    await avow.registers.violations.take({ violation, by: four, what: 'listing-removed' });
    for (const by of [three, four]) {
      expect(await avow.registers.violations.read({ violation, by })).toMatchObject({
        state: 'upheld',
        reason,
        decided: { by: four },
        measures: [{ what: 'listing-removed' }],
      });
    }
    const { entries } = permittedBy(await ownOf(avow, person), '6.c.2');
    expect(entries).toMatchObject([
      { register: 'violation', reason, state: 'upheld', thirdParty: insurer },
      { register: 'measure', what: 'listing-removed', violation },
    ]);
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held.filter(({ source }) => source === 'platform')).toHaveLength(2);
    const states = (await historyOf(avow, person)).flatMap(({ what }) =>
      what.kind === 'evidence' && ['violation', 'measure'].includes(what.evidence)
        ? [`${what.evidence} ${what.state}`]
        : [],
    );
    expect(states.reverse()).toEqual([
      ...['violation open', 'violation upheld', 'measure taken'],
      ...['violation read', 'violation read'],
    ]);
  });

  it('is not there for an operator whom it does not name, nor for a device or a stranger', async () => {
    const avow = await market();
    const person = await member(avow);
    const [three, four, stranger] = await operators(avow);
    const { violation } = await recorded(avow, person, three);
    const missing = { code: 'AVOW_NOT_FOUND', field: 'violation' };
    const read = avow.registers.violations.read;
    await expect(read({ violation, by: stranger })).rejects.toMatchObject(missing);
    await expect(read({ violation: 'v-0', by: three })).rejects.toMatchObject(missing);
    const other = await member(avow, 'Lin');
    // Whoever does not work at the desk writes nothing into the register, and reads nothing of it.
    const nobody = { code: 'AVOW_NOT_FOUND', field: 'by' };
    await expect(recorded(avow, person, other)).rejects.toMatchObject(nobody);
    await expect(read({ violation, by: other })).rejects.toMatchObject(nobody);
    await avow.desk.staff.dismiss({ operator: three });
    await expect(read({ violation, by: three })).rejects.toMatchObject(nobody);
    expect(permittedBy(await ownOf(avow, other), '6.c.2').entries).toEqual([]);
    // Nobody learns from what is written in clear why it was.
    expect(
      await avow.registers.violations.take({ violation, by: four, what: 'y' }).catch(String),
    ).toBe('AvowError: violation: is not upheld');
  });

  it('is decided once by two who decide at the same time, and undone as a whole', async () => {
    const avow = await market();
    const person = await member(avow);
    const [four, five] = await operators(avow);
    const { violation } = await recorded(avow, person, undefined);
    const both = await Promise.allSettled([
      avow.registers.violations.uphold({ violation, by: four }),
      avow.registers.violations.uphold({ violation, by: five }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const taken = await avow.registers.violations.take({
      ...{ violation, by: four, what: 'suspended' },
      idempotencyKey: 'take-it-once',
    });
    const [{ measure } = { measure: '' }] = taken.measures;
    const reversed = await avow.registers.violations.reverse({ violation, by: five });
    expect(reversed).toMatchObject({
      state: 'reversed',
      measures: [{ lifted: expect.any(Number) }],
    });
    await expect(
      avow.registers.violations.lift({ violation, by: five, measure }),
    ).rejects.toMatchObject({ code: 'AVOW_STATE' });
    await expect(avow.registers.violations.uphold({ violation, by: five })).rejects.toMatchObject({
      code: 'AVOW_STATE',
    });
  });

  it('is written to whom it is about when it is decided, suspended or not, once each and in words that tell nothing', async () => {
    const mail = memoryMail();
    const avow = await market({ alerts: alertsBy(mail) });
    const person = await member(avow);
    const [one, two, three] = await operators(avow);
    const { violations } = avow.registers;
    const { violation } = await recorded(avow, person, one);
    expect(await avow.alerts.send()).toBe(0);
    await violations.uphold({ violation, by: two });
    await avow.subjects.suspend(person);
    await avow.alerts.send();
    await violations.appeal({ violation, person, text: 'I did no such thing.' });
    await violations.dismiss({ violation, by: three });
    await avow.alerts.send();
    await violations.reverse({ violation, by: three });
    await avow.alerts.send();
    // What they ask of the desk meanwhile is answered, and they are told that it is.
    const { case: id } = await avow.desk.requests.make({
      ...{ person, about: 'objection', text: 'Why am I out?' },
    });
    await avow.desk.cases.assign({ case: id, by: one, operator: one });
    await avow.desk.requests.answer({ case: id, by: one, text: 'Read this.' });
    await avow.alerts.send();
    expect(await avow.alerts.send()).toBe(0);
    expect(mail.sent.map(({ subject }) => subject)).toEqual([
      'Harbour: we decided something about your account',
      'Harbour: your appeal was heard',
      'Harbour: a decision about your account was undone',
      'Harbour: we have answered you',
    ]);
    expect(mail.sent.map(({ text }) => text).join()).not.toMatch(/sell-only|Mei|violation/i);
  });

  it('outlives a restart, and goes three years after its last measure, or with the person', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const person = await member(first);
    const lin = await member(first, 'Lin');
    const [three, four] = await operators(first);
    const { violation } = await recorded(first, person, three, clock.now());
    const other = await recorded(first, lin, three, clock.now());
    await first.registers.violations.uphold({ violation, by: four });
    const until = clock.now() + 10 * DAY;
    await first.registers.violations.take({ violation, by: four, what: 'suspended', until });
    await first.close();

    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    const read = (id: string) => avow.registers.violations.read({ violation: id, by: three });
    clock.pass(1100 * DAY);
    await avow.clock.confirm();
    await avow.sweep();
    expect(await read(violation)).toMatchObject({ reason });
    clock.pass(7 * DAY);
    await expect(read(violation)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    expect(await avow.sweep()).toBeGreaterThanOrEqual(3);
    // One that nobody decided has not ended.
    expect(await read(other.violation)).toMatchObject({ state: 'open' });
    await avow.erase({ person: lin });
    await expect(read(other.violation)).rejects.toBeDefined();
  });
});

describe('6.d: the desk at which violations are decided', () => {
  it('lists what was recorded, and hands it to one who reads it and decides', async () => {
    const avow = await market();
    const person = await member(avow);
    const [three, four] = await operators(avow);
    const { violations } = avow.registers;
    const { violation } = await recorded(avow, person, undefined);
    const [open] = await violations.list();
    expect(open).toMatchObject({ violation, state: 'open', by: undefined, appeal: undefined });
    expect(JSON.stringify(open)).not.toContain('letter');
    await expect(violations.read({ violation, by: three })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    await expect(violations.handle({ violation, by: person })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
      field: 'by',
    });
    expect(await violations.handle({ violation, by: three })).toMatchObject({ handler: three });
    expect(await violations.read({ violation, by: three })).toMatchObject({ reason });
    await violations.handle({ violation, by: four });
    await expect(violations.read({ violation, by: three })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    await violations.uphold({ violation, by: four });
    expect(await violations.list()).toEqual([]);
    expect(await violations.list({ state: 'upheld', limit: 1 })).toMatchObject([{ violation }]);
    expect(await violations.list({ state: 'upheld', after: violation })).toEqual([]);
    await expect(violations.list({ limit: 0 })).rejects.toMatchObject({ field: 'limit' });
    // Whoever works here decides of others, and not of themself.
    const own = await recorded(avow, three, undefined);
    for (const deed of [violations.handle, violations.uphold, violations.reverse]) {
      await expect(deed({ violation: own.violation, by: three })).rejects.toMatchObject({
        code: 'AVOW_STATE',
        field: 'by',
      });
    }
  });

  it('hears an appeal once, by somebody who neither recorded it nor decided', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const person = await member(first);
    const lin = await member(first, 'Lin');
    const [one, two, three] = await operators(first);
    const { violation } = await recorded(first, person, one);
    const text = 'I bought it at the harbour, and have the receipt.';
    const appeal = (by: PersonId, of = first) =>
      of.registers.violations.appeal({ violation, person: by, text });
    await expect(appeal(person)).rejects.toMatchObject({ code: 'AVOW_STATE' });
    await first.registers.violations.uphold({ violation, by: two });
    await first.registers.violations.take({ violation, by: two, what: 'listing-removed' });
    const nobody = { code: 'AVOW_NOT_FOUND', field: 'violation' };
    await expect(appeal(lin)).rejects.toMatchObject(nobody);
    const both = await Promise.allSettled([appeal(person), appeal(person)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await first.close();

    const avow = await openMarket(folder);
    onTestFinished(() => avow.close());
    const { violations } = avow.registers;
    expect((await violations.get(violation))?.appeal).toMatchObject({ state: 'made' });
    await expect(appeal(person, avow)).rejects.toMatchObject({ code: 'AVOW_EXISTS' });
    for (const by of [one, two, undefined]) {
      await expect(violations.reverse({ violation, by })).rejects.toMatchObject({
        code: 'AVOW_STATE',
        field: 'by',
      });
    }
    await expect(violations.dismiss({ violation, by: two })).rejects.toMatchObject({
      code: 'AVOW_STATE',
    });
    await violations.handle({ violation, by: three });
    expect(await violations.read({ violation, by: three })).toMatchObject({ appealed: text });
    const heard = await Promise.allSettled([
      violations.dismiss({ violation, by: three }),
      violations.reverse({ violation, by: three }),
    ]);
    expect(heard.map(({ status }) => status)).toContain('fulfilled');
    // A reversal may follow a dismissal; the appeal is heard once all the same.
    const after = await violations.get(violation);
    expect(after?.appeal).toMatchObject({ decided: { by: three } });
    await expect(violations.dismiss({ violation, by: three })).rejects.toMatchObject({
      code: 'AVOW_STATE',
    });
    const { entries } = permittedBy(await ownOf(avow, person), '6.c.2');
    expect(entries[0]).toMatchObject({
      register: 'violation',
      appeal: { state: expect.stringMatching(/dismissed|granted/) },
    });
  });

  it('lifts the measures with an appeal that is granted, and keeps them where it is dismissed', async () => {
    const avow = await market();
    const person = await member(avow);
    const [one, two] = await operators(avow);
    const { violations } = avow.registers;
    const against = async () => {
      const { violation } = await recorded(avow, person, undefined);
      await violations.uphold({ violation, by: one });
      await violations.take({ violation, by: one, what: 'listing-removed' });
      await violations.appeal({ violation, person, text: 'That was somebody else.' });
      return violation;
    };
    const granted = await violations.reverse({ violation: await against(), by: two });
    expect(granted).toMatchObject({ state: 'reversed', appeal: { state: 'granted' } });
    expect(granted.measures[0]?.lifted).toEqual(expect.any(Number));
    const dismissed = await violations.dismiss({ violation: await against(), by: two });
    expect(dismissed).toMatchObject({
      ...{ state: 'upheld', decided: { by: one } },
      appeal: { state: 'dismissed', decided: { by: two } },
    });
    expect(dismissed.measures[0]?.lifted).toBeUndefined();
  });
});

describe(cited('6.d.2'), () => {
  it('tells no third party and no other user, though it names one and was upheld', async () => {
    const avow = await market();
    const person = await member(avow);
    const [three, four] = await operators(avow);
    const { violation } = await recorded(avow, person, three);
    await avow.registers.violations.uphold({ violation, by: four });
    await avow.parties.engage({
      ...{ party: insurer, as: 'thirdParty', purposes: ['rules.violation'], country: 'CN' },
      categories: ['contact.name'],
    });
    const question = {
      ...{ person, purpose: 'rules.violation', to: { party: insurer } },
      categories: ['register.violation'],
    } as const;
    // That takes a case at the desk, and two who approve, whom nobody can stand in for.
    refusedBy(await avow.registers.join(question), '6.c.2');
    const disclosed = { ...question, categories: ['contact.name'] } as const;
    refusedBy(await avow.disclosures.seal('disclose', disclosed), 'P.1');
    const lin = await member(avow, 'Lin');
    refusedBy(await avow.registers.join({ ...question, to: { user: lin } }), '6.c.2');
  });
});
