import { describe, expect, it, onTestFinished } from 'vitest';
import type { LeakId, PersonId } from '../src/index.ts';
import { alertsBy, memoryMail } from './alerted.ts';
import { permittedBy } from './cited.ts';
import { operators } from './desk.ts';
import { askAll, limitedTo, mixed, people } from './harvesters.ts';
import { carrier, engageCarrier, member } from './people.ts';
import { type Market, market, openMarket, place } from './place.ts';

const policy = limitedTo({ userHour: 10 });

async function leakOf(avow: Market, person: PersonId, freeze = false): Promise<LeakId> {
  const reported = await avow.leaks.report({
    ...{ person, freeze, happened: Date.now(), text: 'Everybody knows it.' },
    values: { 'contact.name': 'Mei' },
  });
  return permittedBy(reported, '6.b.4').leak;
}

const stateOf = async (avow: Market, person: PersonId) => (await avow.subjects.get(person))?.state;

describe('an account that is suspended for more than one reason', () => {
  it('stays so until the last is over: two leaks, of which one is to be closed', async () => {
    const avow = await market();
    const [person, [by]] = [await member(avow, 'Mei'), await operators(avow)];
    await leakOf(avow, person, true);
    const second = await leakOf(avow, person);
    await avow.leaks.contain({ leak: second, by, parties: [], freeze: true });
    // What an operator froze until the case is closed, no wish of the owner's makes less.
    await avow.leaks.freeze({ leak: second, person });
    expect(await avow.leaks.renewed({ person })).toMatchObject({ opened: false });
    expect(await stateOf(avow, person)).toBe('suspended');
    await avow.leaks.close({ leak: second, by, word: 'Nobody had it.' });
    expect(await stateOf(avow, person)).toBe('active');
  });

  it('stays so for a leak when a case of harvesting is undone, and the other way round', async () => {
    const avow = await market();
    const [user, [by, other]] = [await member(avow, 'Wen'), await operators(avow)];
    const { harvest } = await avow.harvesting.suspend({ who: { user }, by });
    await leakOf(avow, user, true);
    await avow.harvesting.reverse({ harvest, by: other });
    // Whoever knows the old password must not get in by an end of the case.
    expect(await stateOf(avow, user)).toBe('suspended');
    // Nor is somebody who froze their account out of reach.
    const again = await avow.harvesting.suspend({ who: { user }, by });
    expect(await avow.leaks.renewed({ person: user })).toMatchObject({ opened: false });
    expect(await stateOf(avow, user)).toBe('suspended');
    const twice = avow.harvesting.suspend({ who: { user }, by: other });
    await expect(twice).rejects.toMatchObject({ code: 'AVOW_STATE' });
    await avow.harvesting.reverse({ harvest: again.harvest, by: other });
    expect(await stateOf(avow, user)).toBe('active');
  });

  it('stays so where the platform suspended it as well, before or after', async () => {
    const avow = await market();
    const [user, [by, other]] = [await member(avow, 'Wen'), await operators(avow)];
    await leakOf(avow, user, true);
    await avow.subjects.suspend(user);
    expect(await avow.leaks.renewed({ person: user })).toMatchObject({ opened: false });
    const { harvest } = await avow.harvesting.suspend({ who: { user }, by });
    await avow.harvesting.reverse({ harvest, by: other });
    const leak = await leakOf(avow, user, true);
    await avow.leaks.contain({ leak, by, parties: [], freeze: true });
    await avow.leaks.renewed({ person: user });
    await avow.leaks.close({ leak, by, word: 'Nobody had it.' });
    expect(await stateOf(avow, user)).toBe('suspended');
    await avow.subjects.reinstate(user);
    expect(await stateOf(avow, user)).toBe('active');
  });
});

describe('an appeal', () => {
  it('is heard by nobody who decided before, however often it was decided since', async () => {
    const avow = await market({ policy });
    const user = await member(avow, 'Wen');
    await askAll(avow, { user }, mixed(await people(avow, 12)));
    const [found] = await avow.harvesting.list();
    const { harvest } = found!;
    const [first, second, third] = await operators(avow);
    await avow.harvesting.uphold({ harvest, by: first });
    await avow.harvesting.terminate({ harvest, by: second });
    await avow.harvesting.appeal({ harvest, as: { user }, text: 'I run the book club.' });
    for (const by of [first, second]) {
      for (const hear of [avow.harvesting.uphold, avow.harvesting.reverse]) {
        await expect(hear({ harvest, by })).rejects.toMatchObject({
          ...{ code: 'AVOW_STATE', field: 'by' },
        });
      }
    }
    expect(await avow.harvesting.uphold({ harvest, by: third })).toMatchObject({
      ...{ state: 'terminated', appeal: { state: 'dismissed' } },
    });
  });
});

describe('what goes on in the background', () => {
  it('is not kept from others by somebody who is being erased under a legal hold', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const [gone, person] = [await member(first, 'Mei'), await member(first, 'Lan')];
    const [by] = await operators(first);
    await engageCarrier(first);
    const leak = await leakOf(first, gone);
    await first.leaks.contain({ leak, by, suspend: [carrier], tell: true });
    await leakOf(first, person);
    const why = { kind: 'proceedings', document: '7'.repeat(64), verifiedBy: by } as const;
    await first.holds.place({ person: gone, categories: ['contact.phone'], ...why });
    await first.erase({ person: gone });
    await first.close();
    const mail = memoryMail();
    const avow = await openMarket(folder, { alerts: alertsBy(mail) });
    onTestFinished(() => avow.close());
    await avow.alerts.send();
    expect(mail.sent.map(({ to }) => to)).toEqual(['+86 Lan 1']);
    expect(await avow.alerts.send()).toBe(0);
  });
});
