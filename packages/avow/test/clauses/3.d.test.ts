import { describe, expect, it, onTestFinished } from 'vitest';
import type { CaseId, PersonId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { approve, court, engage, insurer, operators, ticketOf } from '../desk.ts';
import { member } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place, twoMarkets } from '../place.ts';

const name = ['contact.name'] as const;

/** A violation that names the insurer, open, and a case on it. */
async function recorded(avow: Market, now: number) {
  const person = await member(avow);
  const staff = await operators(avow);
  await engage(avow, insurer, 'thirdParty');
  const { violation } = await avow.registers.violations.record({
    ...{ person, rule: 'sell-only-what-is-yours', happened: now - DAY, thirdParty: insurer },
    ...{ by: staff[0], reason: 'See the letter of 3 May.' },
  });
  const about = { type: 'violation', person, categories: name, evidence: violation } as const;
  const opening = { ...about, by: staff[0], to: { party: insurer } };
  const { case: id } = await avow.desk.cases.open(opening);
  const deliver = () => avow.desk.cases.deliver({ case: id, by: staff[0] as PersonId });
  return { person, staff, violation, id, opening, deliver };
}

describe(cited('3.d.1'), () => {
  it('tells the third party that must know, though the account is suspended, and the person; an appeal undoes it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { person, staff, violation, id, deliver } = await recorded(avow, clock.now());
    const [one, two, three, four] = staff;
    await avow.registers.violations.uphold({ violation, by: two });
    await avow.subjects.suspend(person);
    // A case of theirs opens the account for that case alone.
    const used = { person, purpose: 'account', categories: name, case: id } as const;
    expect(await avow.act('use', used)).toMatchObject({ permitted: false, by: 'state' });
    await approve(avow, id, [two, three]);
    const ticket = ticketOf(await deliver());
    const as = { party: insurer };
    const { view } = await avow.desk.portal.redeem({ ticket, as });
    const look = () => avow.desk.portal.look({ view, as });
    expect(permittedBy(await look(), '3.d.1').values).toEqual({ 'contact.name': 'Mei' });
    expect(await avow.desk.told(person)).toMatchObject([{ case: id, ground: 'violation' }]);

    const { case: appeal, due } = await avow.desk.cases.appeal({ case: id, by: person });
    expect(due).toBe(clock.now() + 15 * DAY);
    const { cases } = avow.desk;
    const near = cases.assign({ case: appeal, by: one, operator: two });
    await expect(near).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'operator' });
    await cases.assign({ case: appeal, by: one, operator: four });
    const partial = cases.settle({ case: appeal, by: three, upheld: true });
    await expect(partial).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
    const kept = async () =>
      (await avow.measures()).find(({ id: each }) => each === 'deadlines')?.state;
    expect(await kept()).toBe('held');
    clock.pass(16 * DAY);
    expect(await kept()).toBe('failed');
    await cases.settle({ case: appeal, by: four, upheld: true });
    expect(await kept()).toBe('held');
    expect(await cases.get(id)).toMatchObject({ state: 'closed' });
    refusedBy(await look(), 'P.1');
    expect(await avow.desk.report()).toMatchObject([
      { ground: 'violation', opened: 1, delivered: 1, appealed: 1, undone: 1 },
    ]);
    const stranger = await member(avow, 'Lin');
    await expect(cases.appeal({ case: id, by: stranger })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
  });
});

describe(cited('3.d.2'), () => {
  it('hands over and shows nothing behind the reversal, wherever that is said', async () => {
    const clock = handClock();
    const [avow, other] = await twoMarkets({ clock });
    const { staff, violation, id, deliver } = await recorded(avow, clock.now());
    const [one, two, three, four] = staff;
    const { violations } = avow.registers;
    await violations.uphold({ violation, by: two });
    await approve(avow, id, [two, three]);
    const ticket = ticketOf(await deliver());
    const as = { party: insurer };
    const { view } = await other.desk.portal.redeem({ ticket, as });
    permittedBy(await avow.desk.portal.look({ view, as }), '3.d.1');
    await Promise.all([
      other.registers.violations.reverse({ violation, by: four }),
      avow.desk.portal.look({ view, as }),
      deliver(),
    ]);
    refusedBy(await avow.desk.portal.look({ view, as }), 'P.1');
    refusedBy(await other.desk.cases.deliver({ case: id, by: one }), 'P.1');
  });

  it('is what it was after a restart: approved, delivered, shown and reversed', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const { staff, violation, id, deliver } = await recorded(first, clock.now());
    const [, two, three] = staff;
    await first.registers.violations.uphold({ violation, by: two });
    await approve(first, id, [two, three]);
    const ticket = ticketOf(await deliver());
    await first.close();
    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    const as = { party: insurer };
    const { view } = await avow.desk.portal.redeem({ ticket, as });
    permittedBy(await avow.desk.portal.look({ view, as }), '3.d.1');
    await avow.registers.violations.reverse({ violation, by: three });
    refusedBy(await avow.desk.portal.look({ view, as }), 'P.1');
  });

  it('refuses while the violation is open, names somebody else, was upheld by who recorded it, or is reversed', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { person, staff, violation, id, opening, deliver } = await recorded(avow, clock.now());
    const [one, two, three] = staff;
    await approve(avow, id, [two, three]);
    refusedBy(await deliver(), 'P.1');
    await avow.registers.violations.uphold({ violation, by: one });
    await approve(avow, id, [two, three]);
    refusedBy(await deliver(), 'P.1');
    await avow.registers.violations.reverse({ violation, by: two });

    const again = await avow.registers.violations.record({
      ...{ person, rule: 'no-threats', happened: clock.now() - DAY, thirdParty: insurer },
      ...{ by: one, reason: 'Shown to us.' },
    });
    await avow.registers.violations.uphold({ violation: again.violation, by: two });
    const { case: next } = await avow.desk.cases.open({ ...opening, evidence: again.violation });
    const send = () => avow.desk.cases.deliver({ case: next, by: one });
    refusedBy(await send(), 'P.1');
    const ready = await avow.desk.cases.approvable(next);
    const missing = ready!.missing.map(({ steps }) => steps.map(({ fact }) => fact));
    expect(missing).toEqual([['twoApprovals']]);
    await approve(avow, next, [two, three]);
    permittedBy(await send(), '3.d.1');
    await engage(avow, court, 'thirdParty');
    const elsewhere = { ...opening, evidence: again.violation, to: { party: court } };
    const { case: other } = await avow.desk.cases.open(elsewhere);
    // What was found is joined with it only for who is named, in a case that is about that.
    const finding = { ...opening, evidence: again.violation, categories: ['register.violation'] };
    const found = await avow.desk.cases.open(finding as typeof opening);
    await approve(avow, found.case, [two, three]);
    const join = (inCase: CaseId) =>
      avow.registers.join({
        ...{ person, purpose: 'rules.violation', categories: ['register.violation'] },
        ...{ to: { party: insurer }, case: inCase },
      });
    refusedBy(await join(next), '6.c.2');
    expect(permittedBy(await join(found.case), '6.d.2').entries).toMatchObject([
      { register: 'violation', violation: again.violation, reason: 'Shown to us.' },
    ]);
    await approve(avow, other, [two, three]);
    refusedBy(await avow.desk.cases.deliver({ case: other, by: one }), 'P.1');
    // Reversed, it opens nothing any more of what was handed over.
    await avow.registers.violations.reverse({ violation: again.violation, by: three });
    refusedBy(await send(), 'P.1');
  });
});
