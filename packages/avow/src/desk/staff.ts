import type { Words } from '@avow/policy';
import { classes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import { word } from '../door/words.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { Appointed, DeskStaff } from '../face/desk.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { STAFF, staffClass, staffId, staffIn, staffRow } from '../register/desk/staff.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';

const MOST_LISTED = 1_000;

/** Who works at the desk. */
export function staffOf(deployment: Deployment): DeskStaff {
  const words = () => deployment.policy.current().policy.vocabulary;
  const set = (state: Appointed['state']) => {
    return async (what: { readonly operator: PersonId; readonly as?: string } & Idempotent) => {
      const operator = asPersonId(what.operator, 'operator');
      const as = what.as === undefined ? undefined : ownClass(what.as, words());
      const request = repeatable(what, `desk.staff.${state}`, { operator, as });
      return record<Omit<Appointed, 'entry'>>(deployment, request, () => ({
        people: [operator],
        widens: state === 'appointed',
        reads: [staffRow(operator)],
        decide(rows, now) {
          const [before] = rows.of(staffRow(operator));
          if (before === undefined && state === 'dismissed') {
            const what = 'nobody of this id works at the desk';
            throw new AvowError('AVOW_NOT_FOUND', what, 'operator');
          }
          const is = as ?? (state === 'dismissed' ? staffClass(before) : classes.staff);
          if (before?.state === state && staffClass(before) === is) {
            throw new AvowError('AVOW_STATE', `is ${state} already`, 'operator');
          }
          const row = { id: staffId(operator), kind: STAFF, person: operator, state, at: now };
          const body = { as: is };
          return {
            evidence: 'staff',
            state,
            changes: [
              before ? changeEvidence(before, { state, at: now, body }) : addEvidence(row, body),
            ],
            value: { operator, state, as: is },
          };
        },
      }));
    };
  };
  const newest = withNewestWords(deployment.policy);

  return {
    appoint: newest(set('appointed')),
    dismiss: set('dismissed'),
    async list() {
      const read = staffIn('appointed', MOST_LISTED);
      const rows = (await readNow(deployment.vault, read)).of(read);
      return rows.map(({ person }) => person as PersonId);
    },
  };
}

/** A class that one of the staff may be: of those whom the policy names as inside the platform. */
function ownClass(value: unknown, words: Words): string {
  const as = word('as', value, 'recipients', words);
  if (words.recipients[as]?.inside === true) return as;
  throw malformed('as', 'must be a class of recipients inside the platform');
}
