/**
 * The number that a decimal ASCII text spells, or `undefined` unless it is a whole number from 0 to
 * 2^53 − 1 without sign or leading zeroes. The bound is the largest integer a JavaScript number
 * holds exactly; a log does not reach it.
 */
export function fromDecimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Whether a value is a whole number from 0 to 2^53 − 1, as a size or an index must be. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
