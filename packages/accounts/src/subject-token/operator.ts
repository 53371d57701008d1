import type { PersonId } from 'avow';
import { type Role, roles } from '../operators/face.ts';
import { claimsOf, type SubjectTokenOptions, type Untaken } from './claims.ts';
import { subjectNamed } from './subject.ts';

type OperatorOf =
  | { readonly outcome: 'operator'; readonly operator: PersonId; readonly role: Role }
  | { readonly outcome: 'refused'; readonly why: Untaken };

interface OperatorTokens {
  /**
   * Who of those who work for the platform asks, and as what. Their role is the platform's to say, as it is
   * where they signed in; what a role may, it is not.
   */
  verify(token: string): Promise<OperatorOf>;
}

/**
 * Tokens of operators (`typ` is `avow-operator+jwt`, so that no token of a person's is one): `role` is one of
 * `roles`, and `amr` holds `mfa` (RFC 8176), for nobody works here by a password alone. `sub` is a subject
 * like anybody's, so that one who is suspended is out. Throws a `RangeError` for options that cannot be.
 */
export function operatorTokens(options: SubjectTokenOptions): OperatorTokens {
  const claims = claimsOf(options, 'avow-operator+jwt');
  return {
    async verify(token) {
      const found = await claims(token);
      if (typeof found === 'string') return { outcome: 'refused', why: found };
      const { amr } = found;
      const role = roles.find((each) => each === found['role']);
      const isStrong = Array.isArray(amr) && amr.includes('mfa');
      if (role === undefined || !isStrong) return { outcome: 'refused', why: 'claims' };
      const operator = await subjectNamed(options.avow, found.sub);
      if (operator === undefined) return { outcome: 'refused', why: 'subject' };
      return { outcome: 'operator', operator, role };
    },
  };
}
