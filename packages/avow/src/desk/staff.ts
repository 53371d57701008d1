import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Appointed, DeskStaff } from '../face/desk.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { STAFF, staffId, staffIn, staffRow } from '../register/desk/staff.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';

const MOST_LISTED = 1_000;

/** Who works at the desk. */
export function staffOf(deployment: Deployment): DeskStaff {
  const set = (state: Appointed['state']): DeskStaff['appoint'] => {
    return async (what) => {
      const operator = asPersonId(what.operator, 'operator');
      const request = repeatable(what, `desk.staff.${state}`, { operator });
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
          if (before?.state === state) {
            throw new AvowError('AVOW_STATE', `is ${state} already`, 'operator');
          }
          const row = { id: staffId(operator), kind: STAFF, person: operator, state, at: now };
          return {
            evidence: 'staff',
            state,
            changes: [before ? changeEvidence(before, { state, at: now }) : addEvidence(row, {})],
            value: { operator, state },
          };
        },
      }));
    };
  };

  return {
    appoint: set('appointed'),
    dismiss: set('dismissed'),
    async list() {
      const read = staffIn('appointed', MOST_LISTED);
      const rows = (await readNow(deployment.vault, read)).of(read);
      return rows.map(({ person }) => person as PersonId);
    },
  };
}
