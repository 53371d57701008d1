import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { padded, width } from '../../src/words/width.ts';
import { wrap } from '../../src/words/wrap.ts';

describe('width', () => {
  test.each([
    ['sentence', 8],
    ['海港集市', 8],
    ['e\u0301', 1],
    ['，', 2],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });

  test('padding counts columns, not characters', () => {
    expect(padded('海港', 6)).toBe('海港  ');
    expect(padded('longer than that', 6)).toBe('longer than that');
  });
});

describe('wrap', () => {
  test('breaks at blanks', () => {
    expect(wrap('nobody outside gets your name', 14)).toEqual(['nobody outside', 'gets your name']);
  });

  test('breaks Chinese between characters, and keeps its punctuation off the beginning of a line', () => {
    expect(wrap('你事先允许了，可以提供。', 12)).toEqual(['你事先允许', '了，可以提', '供。']);
  });

  test('leaves a word that is longer than a line whole', () => {
    expect(wrap('see packages/avow/test/clauses/2.a.test.ts there', 10)).toEqual([
      'see',
      'packages/avow/test/clauses/2.a.test.ts',
      'there',
    ]);
  });

  const words = fc.array(fc.stringMatching(/^[a-z你我，。（）0-9./]{1,9}$/), { maxLength: 30 });

  test('loses nothing but blanks, whatever the text and the width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 60 }), (some, columns) => {
        const text = some.join(' ');
        expect(wrap(text, columns).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('keeps to the width wherever the text may be broken', () => {
    const breakable = fc.array(fc.constantFrom('a', 'bcd', '你', '我们'), { maxLength: 40 });
    fc.assert(
      fc.property(breakable, fc.integer({ min: 4, max: 60 }), (some, columns) => {
        for (const text of wrap(some.join(' '), columns)) {
          expect(width(text)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });
});
