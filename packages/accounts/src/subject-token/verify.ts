import type { PersonId } from 'avow';
import { claimsOf, type SubjectTokenOptions, type Untaken } from './claims.ts';
import { subjectNamed } from './subject.ts';

export type { SubjectTokenOptions, Untaken } from './claims.ts';

export type SubjectOf =
  | {
      readonly outcome: 'subject';
      readonly person: PersonId;
      /** When they last proved who they are (`auth_time`), epoch milliseconds, if the platform says so. */
      readonly authenticated?: number;
    }
  | { readonly outcome: 'refused'; readonly why: Untaken };

export interface SubjectTokens {
  /** Whose token it is. It says who asks, and nothing about what they may: facts are read from records. */
  verify(token: string): Promise<SubjectOf>;
}

/** Tokens of people (`typ` is `avow-subject+jwt`). Throws a `RangeError` for options that cannot be. */
export function subjectTokens(options: SubjectTokenOptions): SubjectTokens {
  const claims = claimsOf(options, 'avow-subject+jwt');
  return {
    async verify(token) {
      const found = await claims(token);
      if (typeof found === 'string') return { outcome: 'refused', why: found };
      const person = await subjectNamed(options.avow, found.sub);
      if (person === undefined) return { outcome: 'refused', why: 'subject' };
      const { auth_time } = found;
      if (typeof auth_time !== 'number') return { outcome: 'subject', person };
      return { outcome: 'subject', person, authenticated: auth_time * 1000 };
    },
  };
}
