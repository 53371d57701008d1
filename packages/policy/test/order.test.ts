import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIds } from '../src/compile/numbered.ts';

const step = fc.stringMatching(/^([0-9]{1,3}|[a-zA-Z0-9]{1,2})$/);
const id = fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => steps.join('.'));

test('ids are read as people read them', () => {
  const ids = ['S.1', 'P', '2.a.10', '2.a.9', '10.a', '2.b', '2.a', 'P.1'];
  expect(ids.sort(compareIds)).toEqual([
    '2.a',
    '2.a.9',
    '2.a.10',
    '2.b',
    '10.a',
    'P',
    'P.1',
    'S.1',
  ]);
});

test('the order of ids is total: any two sortings of the same ids are one', () => {
  const law = fc.property(fc.uniqueArray(id), fc.nat(), (ids, turn) => {
    const turned = [
      ...ids.slice(turn % (ids.length + 1)),
      ...ids.slice(0, turn % (ids.length + 1)),
    ];
    expect(turned.sort(compareIds)).toEqual([...ids].sort(compareIds));
  });
  fc.assert(law, { numRuns: 500 });
});
