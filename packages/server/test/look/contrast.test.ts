import { describe, expect, it } from 'vitest';
import { dark, light, type Palette } from '../../src/look/index.ts';

/** WCAG 2.2, “relative luminance” and “contrast ratio”. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

type Pair = readonly [keyof Palette, keyof Palette];

const text: readonly Pair[] = [
  ...(['ink', 'quiet', 'accent', 'grave', 'wary'] as const).flatMap((front) =>
    (['paper', 'raised', 'sunk'] as const).map((ground): Pair => [front, ground]),
  ),
  ['ink', 'accentWash'],
  ['quiet', 'accentWash'],
  ['accent', 'accentWash'],
  ['ink', 'graveWash'],
  ['quiet', 'graveWash'],
  ['grave', 'graveWash'],
  ['ink', 'waryWash'],
  ['quiet', 'waryWash'],
  ['wary', 'waryWash'],
  ['onAccent', 'accent'],
  ['onGrave', 'grave'],
  ['paper', 'ink'],
];

const controls: readonly Pair[] = [
  ['edge', 'paper'],
  ['edge', 'raised'],
  ['accent', 'paper'],
  ['grave', 'raised'],
  ['wary', 'paper'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s', (_, palette) => {
  it.each(text)('text in %s can be read on %s (4.5:1)', (front, ground) => {
    expect(contrast(palette[front], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(controls)('a border in %s can be seen on %s (3:1)', (front, ground) => {
    expect(contrast(palette[front], palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe('the measure itself', () => {
  it('gives the ratios that WCAG gives', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
