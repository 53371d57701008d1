import { AvowError } from '../fault.ts';

/** Longest values, in UTF-16 code units. */
export const LONGEST_ID = 128;
export const LONGEST_VALUE = 16_384;
export const LONGEST_DOCUMENT = 262_144;

/** What is wrong with an argument: its place and what it must be. Never what it was. */
export function malformed(field: string, what: string): AvowError {
  return new AvowError('AVOW_INPUT', what, field);
}

/** Text that every store keeps and every log can hash: well-formed Unicode without NUL. */
export function text(field: string, value: unknown, longest: number): string {
  if (typeof value !== 'string') throw malformed(field, 'must be text');
  if (value.length === 0) throw malformed(field, 'must not be empty');
  if (value.length > longest) throw malformed(field, `must be at most ${longest} characters long`);
  if (!value.isWellFormed()) throw malformed(field, 'must be well-formed Unicode');
  if (value.includes('\0')) throw malformed(field, 'must not hold a NUL character');
  return value;
}

/** A name that somebody else chose: visible ASCII, compared byte for byte. */
export function name(field: string, value: unknown): string {
  const given = text(field, value, LONGEST_ID);
  if (!/^[\x21-\x7e]+$/.test(given)) throw malformed(field, 'must be visible ASCII without spaces');
  return given;
}

/** ISO 3166-1 alpha-2, as far as its form goes. */
export function country(field: string, value: unknown): string {
  const given = text(field, value, 2);
  if (!/^[A-Z]{2}$/.test(given)) throw malformed(field, 'must be two capital letters (ISO 3166-1)');
  return given;
}

/** A moment: milliseconds since 1970-01-01 UTC. */
export function moment(field: string, value: unknown): number {
  if (!Number.isSafeInteger(value))
    throw malformed(field, 'must be a whole number of milliseconds');
  return value as number;
}

/** True or false, and nothing that only counts as either. */
export function flag(field: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw malformed(field, 'must be true or false');
  return value;
}
