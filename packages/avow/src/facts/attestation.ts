import type { Attested } from '@avow/policy';
import type { AttestedOf } from '../face/attestations.ts';
import { attestationFrom, attestationsFor, isStanding } from '../register/attestation.ts';
import { isStaff, staffRow } from '../register/desk/staff.ts';
import type { Asked, FactProvider } from './provider.ts';

/**
 * A fact that the policy brings along itself: somebody's word on record that it is so, signed by as many as
 * the policy asks for and not over. What is about the one who receives counts for nobody else; for one of
 * the staff, while they work here. What was handed over before it stood is not opened by it.
 */
export function attestation(fact: string, terms: Attested): FactProvider {
  return {
    reads: ({ person, staff }) => [
      attestationsFor(person, fact),
      ...(terms.recipient && staff ? [staffRow(staff)] : []),
    ],
    judge(rows, asked, now) {
      const { person, staff, handed } = asked;
      if (handed?.closed) return false;
      if (terms.recipient && staff && !isStaff(rows, staff)) return false;
      return rows
        .of(attestationsFor(person, fact))
        .map(attestationFrom)
        .filter(({ to }) => (terms.recipient ? to !== null && isAbout(to, asked) : to === null))
        .filter(({ stands }) => !handed || (stands !== null && stands <= handed.at))
        .some((each) => isStanding(each, terms, now));
    },
  };
}

function isAbout(to: AttestedOf, { party, user, staff }: Asked): boolean {
  if ('party' in to) return to.party === party;
  return 'user' in to ? to.user === user : to.staff === staff;
}
