import { registers } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { malformed, moment, name } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { PersonId } from '../face/ids.ts';
import type { Activities } from '../face/registers.ts';
import { AvowError } from '../fault.ts';
import {
  ACTIVITY,
  type ActivityBody,
  activitiesOf,
  activityFrom,
  activityRef,
  takingPartIn,
} from '../register/activity.ts';
import { dueOf, setDue } from '../register/due.ts';
import { MOST_ROWS } from '../register/reference.ts';
import { addEvidence } from '../rows/change.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { isInTime, keptUntil } from './term.ts';

/** What people take part in. */
export function activitiesIn(deployment: Deployment): Activities {
  const { vault, policy } = deployment;
  return {
    async join(what) {
      const person = asPersonId(what.person);
      const activity = name('activity', what.activity);
      const ends = moment('ends', what.ends);
      const request = repeatable(what, 'activities.join', { person, activity, ends });
      return record(deployment, request, () => ({
        people: [person],
        widens: true,
        reads: [activitiesOf(person), dueOf(activityRef(activity))],
        decide(rows, now) {
          if (ends <= now) throw malformed('ends', 'must lie in the future');
          if (own(rows, person, activity)) {
            throw new AvowError('AVOW_EXISTS', 'is taken part in already', 'activity');
          }
          if (rows.of(activitiesOf(person)).length >= MOST_ROWS) {
            throw new AvowError('AVOW_TOO_MANY', 'takes part in too much', 'person');
          }
          const until = keptUntil(policy.current().policy.vocabulary, registers.activity, ends);
          const ref = activityRef(activity);
          const row = { id: vault.mint(), kind: ACTIVITY, person, ref, state: 'joined' };
          const body: ActivityBody = { activity };
          return {
            evidence: 'activity',
            state: 'joined',
            changes: [
              addEvidence({ ...row, at: now, until }, body),
              ...setDue(rows, ref, until, now),
            ],
            value: { activity, at: now },
          };
        },
      }));
    },

    async leave(what) {
      const person = asPersonId(what.person);
      const activity = name('activity', what.activity);
      const request = repeatable(what, 'activities.leave', { person, activity });
      return record(deployment, request, () => ({
        people: [person],
        widens: false,
        reads: [activitiesOf(person)],
        decide(rows) {
          const before = own(rows, person, activity);
          if (!before) throw new AvowError('AVOW_NOT_FOUND', 'is not taken part in', 'activity');
          const changes = [{ table: 'evidence', before } as const];
          return { evidence: 'activity', state: 'left', changes, value: { activity } };
        },
      }));
    },

    async count(activity) {
      const read = takingPartIn(name('activity', activity));
      const now = policy.moment();
      return (await readNow(vault, read)).of(read).filter((row) => isInTime(row, now)).length;
    },
  };
}

function own(rows: Rows, person: PersonId, activity: string) {
  return rows.of(activitiesOf(person)).find((row) => activityFrom(row).activity === activity);
}
