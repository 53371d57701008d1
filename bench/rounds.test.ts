import { expect, test } from 'vitest';
import { atMost, isMet } from './report.ts';
import { interleave, median, percentile, type Result, ratio, WrongAnswer } from './rounds.ts';
import { renderTable } from './table.ts';

test('contestants take turns, and the first turn is not counted', async () => {
  const turns: string[] = [];
  const contestant = (name: string) => ({
    name,
    unit: 'turns',
    round: () => turns.push(name),
  });
  const results = await interleave([contestant('a'), contestant('b')], 2);
  expect(turns.join('')).toBe('ababab');
  expect(results.get('a')).toEqual({ unit: 'turns', samples: [3, 5] });
});

test('one wrong answer, and there is no figure, no ratio and no goal met', async () => {
  let round = 0;
  const wrong = () => {
    round += 1;
    if (round === 3) throw new WrongAnswer('2 of 3 answers differ');
    return round;
  };
  const contestants = [
    { name: 'wrong', unit: 'ms', round: wrong },
    { name: 'right', unit: 'ms', round: () => 1 },
  ];
  const results = await interleave(contestants, 4);
  const result = results.get('wrong')!;
  expect(result).toEqual({ wrong: '2 of 3 answers differ' });
  expect(ratio(results.get('right')!, result)).toBe(result);
  const row = { what: 'wrong', result, goal: atMost(10, 'ms') };
  expect(isMet(row)).toBe(false);
  expect(renderTable({ title: 'T', rows: [row] })).toMatch(/wrong answer +2 of 3 answers differ/);
});

test('a ratio is taken turn by turn', () => {
  const of: Result = { unit: 'ms', samples: [10, 40, 90] };
  const to: Result = { unit: 'ms', samples: [10, 20, 30] };
  expect(ratio(of, to)).toEqual({ unit: '×', samples: [1, 2, 3] });
});

test('percentiles are samples: the nearest rank', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2);
  expect(percentile([...Array(100).keys()], 0.99)).toBe(98);
  expect(percentile([7], 0.01)).toBe(7);
});
