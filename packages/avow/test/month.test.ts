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
  });
});

async function counted(avow: Market, wanted: string) {
  await avow.log.flush();
  const { month, isWhole, tallies } = await avow.thisMonth();
  expect(isWhole).toBe(true);
  const found = tallies.find(({ sentence }) => sentence === wanted);
  return [month, found && { permitted: found.permitted, refused: found.refused }];
}
