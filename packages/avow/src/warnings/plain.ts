const FULL_WIDTH = { from: 0xff01, to: 0xff5e, by: 0xfee0 } as const;

/** Signs that stand for another one, each one code unit long on both sides. */
const likeness: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'⓪①②③④⑤⑥⑦⑧⑨'].map((sign, digit) => [sign, String(digit)]),
  ...[...'‐‑‒–—―−'].map((dash) => [dash, '-']),
  ...[...'　   ﻿'].map((space) => [space, ' ']),
  ['。', '.'],
  ['．', '.'],
  ['﹫', '@'],
]);

/**
 * The same text in plain signs: full-width forms become those that machines read. It is as long as the
 * text itself, unit by unit, so that what is found in it is found there.
 */
export function plain(text: string): string {
  return [...Array(text.length).keys()].map((at) => plainUnit(text.charCodeAt(at))).join('');
}

function plainUnit(unit: number): string {
  const { from, to, by } = FULL_WIDTH;
  if (unit >= from && unit <= to) return String.fromCharCode(unit - by);
  const sign = String.fromCharCode(unit);
  return likeness[sign] ?? sign;
}
