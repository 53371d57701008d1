import type { Question } from '../act/question.ts';
import { actions, historyCategory, purposes } from '../conventions.ts';
import type { PersonId } from '../face/ids.ts';

/** What the policy is asked when a person reads what was done with their information. */
export function ownHistory(person: PersonId): Question {
  return {
    person,
    action: actions.show,
    purpose: purposes.rights,
    categories: [historyCategory],
    to: 'person',
  };
}
