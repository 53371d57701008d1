import { describe, expect, it } from 'vitest';
import { member } from './people.ts';
import { DAY, handClock, type Market, market } from './place.ts';

describe('what each sentence did this month', () => {
  it('is counted from the log: its own month and no other, and goes on from where it was', async () => {
    const clock = handClock(Date.UTC(2026, 0, 30, 9));
    const avow = await market({ clock });
    const person = await member(avow);
    const use = (purpose: 'account' | 'marketing.partner') =>
      avow.act('use', { person, purpose, categories: ['contact.name'] });

    const { sentence } = await use('account');
    const { sentence: refusing } = await use('marketing.partner');
    expect(await counted(avow, sentence)).toEqual(['2026-01', { permitted: 1, refused: 0 }]);
    expect(await counted(avow, refusing)).toEqual(['2026-01', { permitted: 0, refused: 1 }]);

    clock.pass(3 * DAY);
    expect(await counted(avow, sentence)).toEqual(['2026-02', undefined]);
    for (let more = 0; more < 2; more += 1) {
      await use('account');
      expect(await counted(avow, sentence)).toEqual([
        '2026-02',
        { permitted: more + 1, refused: 0 },
      ]);
    }
    const whole = (await avow.tallies()).find((tally) => tally.sentence === sentence);
    expect(whole?.permitted).toBe(3);

    const { flows, ...how } = await avow.log.flows();
    expect(how).toEqual({ isWhole: true, since: undefined });
    const own = flows.filter((flow) => flow.sentence === sentence);
    const flow = { sentence, category: 'contact.name', recipient: 'platform', refused: 0 };
    expect(own).toContainEqual({ ...flow, month: '2026-01', permitted: 1 });
    expect(own).toContainEqual({ ...flow, month: '2026-02', permitted: 2 });

    // Down to the entries: those of one month, page by page, and each of them whole.
    const only = { sentence, category: 'contact', recipient: 'platform', month: '2026-02' };
    const first = await avow.log.decisions({ only, limit: 1 });
    const second = await avow.log.decisions({ only, limit: 1, before: first.next ?? 0 });
    const found = [...first.decisions, ...second.decisions];
    expect(found.map(({ hour, permitted }) => [hour.slice(0, 7), permitted])).toEqual([
      ['2026-02', true],
      ['2026-02', true],
    ]);
    expect(found[0]?.index).toBeGreaterThan(found[1]?.index ?? Number.NaN);
    expect(await avow.log.decisions({ only, before: found[1]?.index ?? 0 })).toMatchObject({
      decisions: [],
    });
    for (const decision of found) {
      const entry = await avow.log.entry(decision.index);
      expect(entry?.decision).toEqual(decision);
      expect(
        (await avow.explain({ ...entry!, language: 'en', audience: 'operator' }))?.sentence.id,
      ).toBe(sentence);
      expect(entry?.body).not.toContain(person);
    }
    expect(await avow.log.entry(1_000_000)).toBeUndefined();
    const [before, month] = [-1, 'January'];
    await expect(avow.log.decisions({ before })).rejects.toMatchObject({ field: 'before' });
    await expect(avow.log.decisions({ only: { month } })).rejects.toMatchObject({
      code: 'AVOW_INPUT',
    });
  });

  it('tells of an act that several sentences permitted which permitted what', async () => {
    const avow = await market();
    const person = await member(avow);
    const { entry } = await avow.act('show', {
      person,
      purpose: 'rights',
      categories: ['contact.name', 'history'],
      to: 'person',
    });
    await avow.log.flush();
    const { decisions } = await avow.log.decisions({ only: { category: 'history' } });
    const [decision] = decisions;
    expect((await avow.log.entry(decision?.index ?? -1))?.entry).toBe(entry);
    expect(decision?.sentences.length).toBeGreaterThan(1);
    const { flows } = await avow.log.flows();
    const shown = flows.filter(({ category }) => category === 'history');
    expect(shown.map(({ permitted }) => permitted)).toEqual([1]);
    const by = await avow.log.decisions({
      only: { category: 'history', sentence: shown[0]!.sentence },
    });
    expect(by.decisions).toEqual([decision]);
  });
});

async function counted(avow: Market, wanted: string) {
  await avow.log.flush();
  const { month, isWhole, tallies } = await avow.thisMonth();
  expect(isWhole).toBe(true);
  const found = tallies.find(({ sentence }) => sentence === wanted);
  return [month, found && { permitted: found.permitted, refused: found.refused }];
}
