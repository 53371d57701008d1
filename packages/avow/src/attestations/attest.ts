import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { mustBeStaff } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPartyId, asPersonId } from '../door/ids.ts';
import { malformed, moment } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Attestation, Attestations, AttestedOf } from '../face/attestations.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import {
  ATTESTED,
  type AttestationBody,
  attestationRef,
  attestationsFor,
  endOf,
} from '../register/attestation.ts';
import { staffRow } from '../register/desk/staff.ts';
import { mustBeThere } from '../register/person.ts';
import { MOST_ROWS } from '../register/reference.ts';
import { addEvidence, retireEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';
import { attestationOf, stateOf } from './attestations.ts';
import { maySign } from './sign.ts';
import { termsOf } from './terms.ts';

/** How many that are over one act retires: its entry names each, and an entry is bounded. */
const MOST_RETIRED = 100;

/**
 * Writes down that a fact of the policy's own is so. The person is had alone, so whatever is decided about
 * them afterwards has seen it. What is over counts no longer, and leaves room.
 */
export function attestWith(deployment: Deployment): Attestations<Words>['attest'] {
  return async (what) => {
    const { fact } = what;
    const terms = termsOf(fact, deployment.policy.current().policy.vocabulary);
    const person = asPersonId(what.person);
    const to = what.to === undefined ? null : attestedOf(what.to);
    const by = what.by === undefined ? undefined : asPersonId(what.by, 'by');
    const asked = what.until === undefined ? null : moment('until', what.until);
    if ((to !== null) !== (terms.recipient === true)) {
      const about = terms.recipient ? 'must say who receives' : 'is about the person alone';
      throw malformed('to', about);
    }
    if (by === undefined && terms.signatures > 0) throw malformed('by', 'must be one of the staff');
    const request = repeatable(what, 'attestations.attest', { person, fact, to, by, asked });
    const id = deployment.vault.mint();
    return record<Attestation<Words>>(deployment, request, () => ({
      people: [person],
      widens: true,
      by,
      still: namedIn(to),
      note: { fact },
      reads: [attestationsFor(person, fact), ...namedIn(to).map(staffRow)],
      decide(rows, now) {
        mustBeNamed(rows, to);
        if (asked !== null && asked <= now) throw malformed('until', 'must lie in the future');
        const counting = rows.of(attestationsFor(person, fact));
        const over = counting.filter((each) => isOver(each, now)).slice(0, MOST_RETIRED);
        if (counting.length - over.length >= MOST_ROWS) {
          throw new AvowError('AVOW_TOO_MANY', 'has too many attestations of this fact', 'person');
        }
        const isSigned = by !== undefined && maySign({ person, to }, by);
        const signed = isSigned ? [{ by, at: now }] : [];
        const stands = signed.length >= terms.signatures ? now : null;
        const body: AttestationBody = { fact, to, signed, stands, asked, ended: null };
        const state = stateOf(body);
        const until = endOf(asked, now, terms);
        const row = { id, kind: ATTESTED, person, state, at: now, until } as const;
        return {
          evidence: ATTESTED,
          state,
          changes: [
            addEvidence({ ...row, ref: attestationRef(person, fact) }, body),
            ...over.map((each) => retireEvidence(each)),
          ],
          value: attestationOf(person, { ...body, id, at: now, until }),
        };
      },
    }));
  };
}

const isOver = ({ until }: { readonly until: number | null }, now: number) =>
  until !== null && until <= now;

/** Users and members of staff who are named: they must be there. */
function namedIn(to: AttestedOf | null): PersonId[] {
  if (to === null || 'party' in to) return [];
  return 'user' in to ? [to.user] : [to.staff];
}

function mustBeNamed(rows: Rows, to: AttestedOf | null): void {
  if (to === null || 'party' in to) return;
  if ('user' in to) mustBeThere(rows, to.user, 'to.user');
  else mustBeStaff(rows, to.staff, 'to.staff');
}

function attestedOf(value: unknown): AttestedOf {
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 1) {
    if ('party' in value) return { party: asPartyId(value.party, 'to.party') };
    if ('user' in value) return { user: asPersonId(value.user, 'to.user') };
    if ('staff' in value) return { staff: asPersonId(value.staff, 'to.staff') };
  }
  throw malformed('to', 'must be a party, a user or one of the staff');
}
