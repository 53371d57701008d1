import { describe, expect, it, onTestFinished } from 'vitest';
import type { PersonId } from '../../src/index.ts';
import { alertsBy, memoryMail } from '../alerted.ts';
import { cited, permittedBy } from '../cited.ts';
import { operators } from '../desk.ts';
import { givePartyKey } from '../party-keys.ts';
import { carrier, engageCarrier, historyOf, member, openOrder, order } from '../people.ts';
import {
  DAY,
  handClock,
  type Market,
  market,
  onPostgres,
  openMarket,
  place,
  twoMarkets,
} from '../place.ts';

const text = 'A stranger rang me and knew where I live.';
const address = 'Mei Street 1';

const reporting = (person: PersonId, happened: number) => ({
  ...{ person, happened, text },
  values: { 'contact.name': 'Mei', 'contact.address': address },
});

/** Somebody's address is opened by the carrier, and its telephone number was shown to a seller. */
async function known(avow: Market) {
  const [seller, person] = [await member(avow, 'Li'), await member(avow, 'Mei')];
  await engageCarrier(avow);
  await givePartyKey(avow, carrier);
  await openOrder(avow, seller, person);
  const sealed = await avow.disclosures.seal('provide', {
    ...{ person, purpose: 'fulfilment', order, to: { party: carrier } },
    categories: ['contact.name', 'contact.address'],
  });
  const { disclosure } = permittedBy(sealed, '2.a.4');
  const open = () => avow.disclosures.open({ disclosure, party: carrier });
  await avow.consents.give({
    ...{ person, party: seller, action: 'show', language: 'en' },
    ...{ purposes: ['fulfilment'], categories: ['contact.phone', 'contact.name'] },
  });
  const show = await avow.act('show', {
    ...{ person, purpose: 'fulfilment', to: { user: seller }, order },
    categories: ['contact.phone', 'contact.name'],
  });
  permittedBy(show, '6.b.1');
  return { seller, person, disclosure, open };
}

describe(cited('6.b.4'), () => {
  it('takes a report of an account that is named, and tells nobody whether there is one', async () => {
    const avow = await market();
    const person = await member(avow, 'Mei');
    const what = { values: { 'contact.phone': '+86 Mei 1' }, happened: Date.now() - DAY, text };
    const about = (value: string) =>
      avow.leaks.reportAbout({ ...what, account: { category: 'registration.username', value } });
    expect([await about('Mei'), await about('Nobody')]).toEqual([undefined, undefined]);
    const [found, ...others] = await avow.leaks.list();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ person, state: 'open', frozen: undefined });
    expect(JSON.stringify(found)).not.toContain(text);
    expect((await avow.subjects.get(person))?.state).toBe('active');
    const [by] = await operators(avow);
    const stranger = avow.leaks.read({ leak: found!.leak, by: person });
    await expect(stranger).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'by' });
    expect(await avow.leaks.read({ leak: found!.leak, by })).toMatchObject({ text });
    // Whoever sends a hundred of them fills nothing.
    for (let at = 0; at < 12; at += 1) await about('Mei');
    expect(await avow.leaks.of(person)).toHaveLength(10);
  });

  it('freezes the account at once where its owner asks, on every process', async () => {
    const [avow, other] = await twoMarkets();
    const person = await member(avow, 'Mei');
    const [, bystander] = [await member(avow, 'Bo'), await member(avow, 'Lin')];
    const freezing = { ...reporting(person, Date.now() - DAY), freeze: true };
    const both = await Promise.all([avow.leaks.report(freezing), other.leaks.report(freezing)]);
    for (const each of both) permittedBy(each, '6.b.4');
    const use = (whose: PersonId) =>
      other.act('use', { person: whose, purpose: 'account', categories: ['contact.name'] });
    expect(await use(person)).toMatchObject({ permitted: false, by: 'state' });
    expect((await use(bystander)).permitted).toBe(true);
    expect((await avow.leaks.of(person)).filter(({ frozen }) => frozen)).toHaveLength(2);
    // Both asked for new credentials; once there are some, it opens, and nothing else is needed.
    expect(await other.leaks.renewed({ person })).toMatchObject({ opened: true });
    expect((await use(person)).permitted).toBe(true);
    expect(await avow.leaks.renewed({ person })).toMatchObject({ opened: false });
  });
});

describe(cited('6.b.5'), () => {
  it('finds who knew exactly this from the records, contains it, and closes with a word', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const { seller, person, disclosure, open } = await known(first);
    const happened = clock.now() + DAY;
    const opened = permittedBy(await open(), '2.a.4');
    expect(opened.disclosure).toBe(disclosure);
    clock.pass(2 * DAY);
    const reported = await first.leaks.report({ ...reporting(person, happened), freeze: true });
    const { leak } = permittedBy(reported, '6.b.4');
    await first.close();

    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    const [by, dismissed] = await operators(avow);
    const asked = { leak, by, language: 'en' } as const;
    // Staff is whoever was appointed, and is not dismissed: by the records, not by anybody's word.
    await avow.desk.staff.dismiss({ operator: dismissed });
    for (const nobody of [dismissed, seller]) {
      expect((await avow.leaks.suspects({ ...asked, by: nobody })).permitted).toBe(false);
    }
    const { suspects } = permittedBy(await avow.leaks.suspects(asked), '6.b.5');
    expect(suspects).toMatchObject([
      { who: { party: carrier }, knew: ['contact.name', 'contact.address'], lacked: [] },
      { who: { user: seller }, knew: ['contact.name'], lacked: ['contact.address'] },
    ]);
    expect(suspects[0]!.weight).toBeGreaterThan(0.9);
    expect(suspects[0]!.why.slice(0, 2)).toEqual([
      'Was shown exactly all that leaked: name, postal address.',
      'Nobody else knew as much of it.',
    ]);

    // Who could have leaked it decides nothing, also once they work here.
    await avow.desk.staff.appoint({ operator: seller });
    for (const attempt of [
      () => avow.leaks.contain({ leak, by: seller, parties: [] }),
      () => avow.leaks.close({ leak, by: seller, word: 'Nobody did.' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
    }
    const contained = await avow.leaks.contain({ leak, by, parties: [carrier] });
    expect(contained).toMatchObject({ state: 'contained', contained: { closed: 1 } });
    const after = await avow.disclosures.open({ disclosure, party: carrier });
    expect(after.permitted).toBe(false);
    const { text: report, digest } = await avow.leaks.authorityReport(asked);
    expect(report).toContain('1 disclosures to 1 parties closed');
    expect([person, 'Mei', address].some((each) => report.includes(each))).toBe(false);

    const word = 'The carrier opened it; nothing is open any more.';
    const early = avow.leaks.lastWord({ leak, person });
    await expect(early).rejects.toMatchObject({ code: 'AVOW_STATE' });
    const closed = await avow.leaks.close({ leak, by, word });
    expect(closed).toMatchObject({ state: 'closed', notified: { digest } });
    await expect(avow.leaks.close({ leak, by, word })).rejects.toMatchObject({
      code: 'AVOW_STATE',
    });
    // Whoever knows the old password must not get in by the end of the case.
    expect((await avow.subjects.get(person))?.state).toBe('suspended');
    await avow.leaks.renewed({ person });
    expect((await avow.subjects.get(person))?.state).toBe('active');
    expect(await avow.leaks.lastWord({ leak, person })).toMatchObject({ text: word });
    // Nor does whose leak it is look into it from the desk.
    await avow.desk.staff.appoint({ operator: person });
    for (const attempt of [
      () => avow.leaks.suspects({ ...asked, by: person }),
      () => avow.leaks.read({ leak, by: person }),
      () => avow.leaks.authorityReport({ ...asked, by: person }),
      () => avow.leaks.contain({ leak, by: person, parties: [] }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
    }
    const stranger = avow.leaks.lastWord({ leak, person: seller });
    await expect(stranger).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });

    // The look of the staff is in the person's own history; with the case closed there is no other.
    const looks = (await historyOf(avow, person)).filter(
      ({ what }) => what.kind === 'decision' && what.recipient === 'staff',
    );
    expect(looks).toMatchObject([{ what: { party: by } }]);
    expect((await avow.leaks.suspects(asked)).permitted).toBe(false);
  });

  it('takes all measures by one decision: suspends, resets, re-keys, closes and tells', async () => {
    const mail = memoryMail();
    const avow = await market({ alerts: alertsBy(mail) });
    const { person, seller, disclosure, open } = await known(avow);
    const other = await member(avow, 'Lan');
    await openOrder(avow, seller, other, 'order-2' as typeof order);
    await avow.disclosures.seal('provide', {
      ...{ person: other, purpose: 'fulfilment', order: 'order-2' as typeof order },
      ...{ categories: ['contact.name'], to: { party: carrier } },
    });
    const { leak } = permittedBy(await avow.leaks.report(reporting(person, Date.now())), '6.b.4');
    await avow.alerts.send();
    const [by] = await operators(avow);
    const measures = { suspend: [carrier], reset: true, rekey: true, tell: true } as const;
    const outsider = avow.leaks.contain({ leak, by: seller, ...measures });
    await expect(outsider).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'by' });
    expect((await avow.parties.get(carrier))?.state).toBe('active');

    const [taken, opened] = await Promise.all([
      avow.leaks.contain({ leak, by, ...measures }),
      open(),
    ]);
    expect(taken).toMatchObject({
      ...{ state: 'contained', rekeyed: true, frozen: { until: 'reset', opened: undefined } },
      contained: { closed: 1, parties: [carrier], suspended: [carrier] },
    });
    // Beside it an opening may have come before; behind it there is none.
    expect(opened.permitted ? opened.value.disclosure : disclosure).toBe(disclosure);
    expect((await open()).permitted).toBe(false);
    expect((await avow.parties.get(carrier))?.state).toBe('suspended');
    await avow.leaks.renewed({ person });
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held.find(({ category }) => category === 'contact.address')?.value).toBe(address);

    await avow.alerts.send();
    const subjects = mail.sent.map(({ to, subject }) => [to, subject]);
    expect(subjects).toEqual([
      ['+86 Mei 1', 'Harbour: a leak of your information was reported'],
      ['+86 Mei 1', 'Harbour: what we did about the leak'],
      ['+86 Lan 1', 'Harbour: your information may be concerned by a leak'],
    ]);
    const [told] = await avow.leaks.of(person);
    expect(told?.contained).toMatchObject({
      rekeyed: { done: expect.any(Number) },
      told: { done: expect.any(Number) },
    });
    expect(await avow.alerts.send()).toBe(0);
  });

  it('gives new keys while two servers write and read, and nothing of it is lost', async () => {
    const [avow, other] = await twoMarkets();
    const { person } = await known(avow);
    const { leak } = permittedBy(await avow.leaks.report(reporting(person, Date.now())), '6.b.4');
    const [by] = await operators(avow);
    const phone = (each: Market, at: number) =>
      each.collect({ person, purpose: 'account', fields: { 'contact.phone': `+86 ${at}` } });
    const name = (each: Market) =>
      each.act('use', { person, purpose: 'account', categories: ['contact.name'] });
    // Both have the old keys at hand.
    for (const each of [avow, other]) expect((await name(each)).permitted).toBe(true);
    const [contained, ...done] = await Promise.all([
      avow.leaks.contain({ leak, by, parties: [], rekey: true }),
      ...[0, 1, 2, 3, 4, 5].flatMap((at) => {
        const each = at % 2 ? avow : other;
        return [phone(each, at), name(each)];
      }),
    ]);
    expect(contained).toMatchObject({ rekeyed: true });
    expect(done.map(({ permitted }) => permitted)).not.toContain(false);
    for (const each of [avow, other]) {
      const { held } = permittedBy(await each.export({ person }), 'S.2.1');
      const values = Object.fromEntries(held.map(({ category, value }) => [category, value]));
      expect(values).toMatchObject({ 'contact.name': 'Mei', 'contact.address': address });
      expect(values['contact.phone']).toMatch(/^\+86 \d$/);
      expect((await historyOf(each, person)).length).toBeGreaterThan(done.length);
    }
  });

  // On SQLite one process has the stores, and another that could send it again comes after a start.
  it.runIf(onPostgres)('writes by another server what one was sending when it ended', async () => {
    const clock = handClock();
    const folder = place();
    const begun = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<never>();
    const cutOff = {
      async send() {
        begun.resolve();
        return ended.promise;
      },
      close() {},
    };
    const avow = await openMarket(folder, { clock, alerts: alertsBy(cutOff) });
    const mail = memoryMail();
    const other = await openMarket(folder, { clock, alerts: alertsBy(mail) });
    const person = await member(avow, 'Mei');
    permittedBy(await avow.leaks.report(reporting(person, clock.now() - DAY)), '6.b.4');
    const round = avow.alerts.send();
    await begun.promise;
    expect([await other.alerts.send(), mail.sent.length]).toEqual([0, 0]);
    clock.pass(DAY);
    expect([await other.alerts.send(), mail.sent.length]).toEqual([1, 1]);
    ended.reject(new Error('the process is gone'));
    await round;
    clock.pass(DAY);
    expect([await other.alerts.send(), mail.sent.length]).toEqual([0, 1]);
    await avow.close();
    await other.close();
  });

  it('finishes after a restart what was decided: keys, and mail to others', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { person } = await known(first);
    const { leak } = permittedBy(await first.leaks.report(reporting(person, Date.now())), '6.b.4');
    const [by] = await operators(first);
    await first.leaks.contain({ leak, by, parties: [], freeze: true, tell: true });
    await first.close();
    const mail = memoryMail();
    const avow = await openMarket(folder, { alerts: alertsBy(mail) });
    onTestFinished(() => avow.close());
    await avow.alerts.send();
    expect(mail.sent.map(({ subject }) => subject)).toEqual([
      'Harbour: what we did about the leak',
    ]);
    // An operator froze it until the case is closed: new credentials alone do not open it.
    expect(await avow.leaks.renewed({ person })).toMatchObject({ opened: false });
    await avow.leaks.close({ leak, by, word: 'Nobody had it.' });
    expect((await avow.subjects.get(person))?.state).toBe('active');
  });
});
