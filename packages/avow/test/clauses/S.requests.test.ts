import { describe, expect, it, onTestFinished } from 'vitest';
import { cited } from '../cited.ts';
import { operators } from '../desk.ts';
import { historyOf, member } from '../people.ts';
import { DAY, handClock, market, openMarket, place } from '../place.ts';

const asked = { about: 'access', text: 'What did the carrier get of me?' } as const;
const said = 'It got your name and address, for order 7.';

describe(cited('S.7.1'), () => {
  it('takes a request, answers it in words that only its person and its operator read, and keeps them over a restart', async () => {
    const folder = place();
    const clock = handClock();
    const first = await openMarket(folder, { clock });
    const person = await member(first);
    const [one, two] = await operators(first);
    const { case: id, due } = await first.desk.requests.make({ person, ...asked });
    expect(due).toBe(clock.now() + 15 * DAY);
    expect(await first.desk.cases.of(person)).toMatchObject([{ case: id, type: 'rights', due }]);
    const unread = { code: 'AVOW_NOT_FOUND', field: 'case' };
    await expect(first.desk.requests.read({ case: id, by: one })).rejects.toMatchObject(unread);
    const early = first.desk.requests.answer({ case: id, by: one, text: said });
    await expect(early).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
    await first.desk.cases.assign({ case: id, by: one, operator: one });
    await expect(first.desk.cases.close({ case: id, by: one })).rejects.toMatchObject({
      ...{ code: 'AVOW_STATE', field: 'case' },
    });
    await first.close();

    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    const { requests } = avow.desk;
    expect(await requests.read({ case: id, by: one })).toMatchObject(asked);
    await expect(requests.read({ case: id, by: two })).rejects.toMatchObject(unread);
    expect((await historyOf(avow, person, 1))[0]?.what).toMatchObject({
      ...{ evidence: 'request', state: 'read' },
    });
    // Two answers at the same time: there is one.
    const both = await Promise.allSettled(
      [said, 'Nothing.'].map((text) => requests.answer({ case: id, by: one, text })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await requests.read({ case: id, by: person })).toMatchObject({
      ...{ answered: { granted: true }, reason: undefined },
      answer: both[0]?.status === 'fulfilled' ? said : 'Nothing.',
    });
  });

  it('says why if it is refused, which can be appealed', async () => {
    const avow = await market();
    const person = await member(avow);
    const [one] = await operators(avow);
    const { case: id } = await avow.desk.requests.make({ person, ...asked });
    await avow.desk.cases.assign({ case: id, by: one, operator: one });
    const why = { text: 'You did not say of which order.', reason: 'not-covered' } as const;
    const over = await avow.desk.requests.answer({ case: id, by: one, ...why });
    expect(over).toMatchObject({ state: 'refused', ended: { reason: 'not-covered' } });
    expect(await avow.desk.requests.read({ case: id, by: person })).toMatchObject({
      ...{ answer: why.text, reason: why.reason, answered: { granted: false } },
    });
    expect(await avow.desk.cases.appeal({ case: id, by: person })).toMatchObject({
      ...{ type: 'appeal', evidence: id },
    });
  });

  it('takes no eleventh of one person before one of theirs is answered, however they come', async () => {
    const avow = await market();
    const [person, other] = [await member(avow), await member(avow, 'Lan')];
    const [one] = await operators(avow);
    const made = await Promise.allSettled(
      Array.from({ length: 13 }, () => avow.desk.requests.make({ person, ...asked })),
    );
    const taken = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const turned = made.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(taken).toHaveLength(10);
    for (const reason of turned) {
      expect(reason).toMatchObject({ code: 'AVOW_TOO_MANY', field: 'person' });
    }
    await avow.desk.requests.make({ person: other, ...asked });
    // The desk opens what it must, and is not kept from it by whoever asked too much.
    await avow.desk.cases.open({ type: 'support', person, by: one });
    const [first] = taken;
    await avow.desk.cases.assign({ case: first!.case, by: one, operator: one });
    await avow.desk.requests.answer({ case: first!.case, by: one, text: said });
    await avow.desk.requests.make({ person, ...asked });
  });

  it('stands as overdue after fifteen days, at the desk and among the measures, until it is answered', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const [one] = await operators(avow);
    const { case: id } = await avow.desk.requests.make({ person, ...asked });
    const measured = async () => (await avow.measures()).find((each) => each.id === 'deadlines');
    clock.pass(15 * DAY);
    expect(await avow.desk.requests.overdue()).toEqual([]);
    expect(await measured()).toMatchObject({ state: 'held' });
    clock.pass(1);
    expect(await avow.desk.requests.overdue()).toMatchObject([{ case: id, about: 'access' }]);
    expect(await measured()).toMatchObject({ state: 'failed', says: { en: 'Overdue: 1.' } });
    const figures = (await avow.figures()).find((each) => each.name === 'avow.requests.overdue');
    expect(figures?.samples).toMatchObject([{ value: 1 }]);
    // What nobody answers does not go away by itself, as other cases do after ninety days.
    clock.pass(100 * DAY);
    await avow.desk.tidy();
    expect(await avow.desk.requests.overdue()).toHaveLength(1);
    await avow.desk.cases.assign({ case: id, by: one, operator: one });
    await avow.desk.requests.answer({ case: id, by: one, text: said });
    expect(await avow.desk.requests.overdue()).toEqual([]);
    expect(await measured()).toMatchObject({ state: 'held' });
  });
});
