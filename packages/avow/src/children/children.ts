import type { Words } from '@avow/policy';
import { duties } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { documentDigest } from '../door/desk.ts';
import { asPersonId } from '../door/ids.ts';
import type { Children } from '../face/children.ts';
import { AvowError } from '../fault.ts';
import { childFrom, childOf, childrenIn } from '../register/child.ts';
import { isErased, personOf } from '../register/person.ts';
import { readNow } from '../rows/reading.ts';
import { eraseByOperator } from './erase.ts';
import { changeChild, type InChild, knownOf } from './step.ts';

const DAY = 24 * 3_600_000;
const USUAL_DAYS = 3;
/** How long before the end of the term time alone erases, so that whatever goes wrong can be seen to in time. */
const AHEAD = DAY;
const MOST_LISTED = 1_000;

/** What is known of children, and what comes of it. */
export function childrenOf(deployment: Deployment): Children {
  const { vault, policy } = deployment;
  return {
    async learn(what) {
      const document = documentDigest(what.document);
      return changeChild(deployment, what, 'alone', { document }, ({ before, by, now }) => {
        if (before !== undefined && before.state !== 'mistaken') {
          throw new AvowError('AVOW_STATE', 'is known already', 'person');
        }
        const due = now + daysIn(policy.current().policy.vocabulary) * DAY;
        return { by, document, learned: now, erases: Math.max(now, due - AHEAD), due };
      });
    },

    async guard(what) {
      const document = documentDigest(what.document);
      return changeChild(deployment, what, 'guarded', { document }, (unit) => ({
        ...mustBeAlone(unit),
        document,
      }));
    },

    correct: async (what) =>
      changeChild(deployment, what, 'mistaken', {}, (unit) => {
        const body = mustBeAlone(unit);
        if (body.by !== unit.by) return body;
        throw new AvowError('AVOW_STATE', 'wrote it down, and cannot take it back', 'by');
      }),

    erase: eraseByOperator(deployment),

    async of(who) {
      const person = asPersonId(who);
      const [row] = (await readNow(vault, childOf(person))).of(childOf(person));
      return row && knownOf(person, row.state, childFrom(row));
    },

    async list() {
      const read = childrenIn('alone', MOST_LISTED);
      const rows = (await readNow(vault, read)).of(read);
      // Whoever has been erased is nobody to see to, before their rows are swept as well as after.
      const people = await readNow(vault, ...rows.map(({ person }) => personOf(person ?? '')));
      return rows
        .filter(({ person }) => !isErased(people.of(personOf(person ?? ''))[0]))
        .map((row) => knownOf(row.person ?? '', row.state, childFrom(row)))
        .sort((a, b) => a.erases - b.erases);
    },
  };
}

function mustBeAlone({ before }: InChild) {
  if (before?.state === 'alone') return before.body;
  throw new AvowError('AVOW_STATE', 'is not known as a child without a guardian', 'person');
}

/** How long the policy in force gives itself. */
function daysIn({ duties: known }: Words): number {
  const own = Object.hasOwn(known, duties.eraseChild) ? known[duties.eraseChild] : undefined;
  return own?.withinDays ?? USUAL_DAYS;
}
