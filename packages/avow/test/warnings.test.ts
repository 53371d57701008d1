import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { find, type Warning } from '../src/warnings/index.ts';

interface Case {
  readonly text: string;
  readonly found: readonly { readonly kind: Warning['kind']; readonly said: string }[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../vectors/warnings/cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] };

describe('what is found in a text', () => {
  it.each(cases)('$text', ({ text, found }) => {
    const said = find(text).map(({ kind, start, end }) => ({ kind, said: text.slice(start, end) }));
    expect(said).toEqual(found);
  });
});

describe('a search', () => {
  const pieces = cases.map(({ text }) => text).join('\n');

  it('tells of stretches in order, apart, and within the text', () => {
    const found = find(pieces);
    expect(found.length).toBeGreaterThan(40);
    for (const [at, { start, end }] of found.entries()) {
      expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(pieces.length);
    }
  });

  it('takes any text, and no time to speak of', () => {
    for (const hostile of ['\ud800', 'İ'.repeat(100), '1 '.repeat(9_000), 'a.'.repeat(9_000)]) {
      expect(Array.isArray(find(hostile))).toBe(true);
    }
    const begun = performance.now();
    for (const piece of ['1-', 'a@', '路', '密码', 'A ', 'mei at ', '微信', '12 Aa ']) {
      find(piece.repeat(20_000 / piece.length));
    }
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
