import { addressIn } from './address.ts';
import type { Invalid, Problem } from './face.ts';

/** NIST SP 800-63B, section 3.1.1.2, asks for 8 where there is a second factor, 15 where there is none. */
const SHORTEST = 10;
const LONGEST = 128;
const LONGEST_FIELD = 1_000;

type Wrong = Invalid['fields'][number];

export function passwordProblem(password: unknown): Problem | undefined {
  if (typeof password !== 'string' || password === '') return 'missing';
  // Characters as people count them, after the normalisation that hashing does as well.
  const length = [...password.normalize('NFKC')].length;
  if (length < SHORTEST) return 'too-short';
  return length > LONGEST ? 'too-long' : undefined;
}

export function addressProblem(address: unknown): Problem | undefined {
  if (typeof address !== 'string' || address.trim() === '') return 'missing';
  return addressIn(address) === undefined ? 'malformed' : undefined;
}

/** What is wrong with the fields of a form that asks for these and no others. */
export function fieldProblems(
  fields: Readonly<Record<string, string>>,
  asked: readonly string[],
): readonly Wrong[] {
  return Object.entries(fields).flatMap(([name, value]): Wrong[] => {
    // A name that nobody asked for is the caller's own word, and repeated as that.
    if (!asked.includes(name)) return [{ name, problem: 'not-asked-for' }];
    if (typeof value !== 'string' || !value.isWellFormed() || value.includes('\0')) {
      return [{ name, problem: 'malformed' }];
    }
    return value.length > LONGEST_FIELD ? [{ name, problem: 'too-long' }] : [];
  });
}

/** The problems under their names; undefined if there is none. */
export function invalid(
  problems: Readonly<Record<string, Problem | undefined>>,
  more: readonly Wrong[] = [],
): Invalid | undefined {
  const named = Object.entries(problems).flatMap(([name, problem]) =>
    problem === undefined ? [] : [{ name, problem }],
  );
  const fields = [...named, ...more];
  return fields.length > 0 ? { outcome: 'invalid', fields } : undefined;
}
