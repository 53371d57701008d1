import type { Words } from '@avow/policy';
import type { Question } from '../act/question.ts';
import type { Question as Asked, Recipient } from '../face/acts.ts';
import { asCaseId, asMechanismId, asOrderId, asPartyId, asPersonId } from './ids.ts';
import { malformed } from './text.ts';
import { word, wordList } from './words.ts';

/** As it comes in: a hand-over may name the mechanism of its transfer. */
type Asking = Asked<Words> & { readonly mechanism?: unknown };

/** A question as it came in, checked word by word against the policy. */
export function questionOf(action: unknown, asked: Asking, words: Words): Question {
  return {
    person: asPersonId(asked.person),
    action: word('action', action, 'actions', words),
    purpose: word('purpose', asked.purpose, 'purposes', words),
    categories: wordList('categories', asked.categories, 'categories', words),
    to: recipientOf(asked.to),
    ...(asked.order === undefined ? {} : { order: asOrderId(asked.order) }),
    ...(asked.mechanism === undefined ? {} : { mechanism: asMechanismId(asked.mechanism) }),
    ...(asked.case === undefined ? {} : { case: asCaseId(asked.case) }),
  };
}

function recipientOf(to: Recipient = 'platform'): Recipient {
  if (to === 'platform' || to === 'person' || to === 'public') return to;
  if (typeof to === 'object' && to !== null && namesOne(to)) {
    if ('party' in to) return { party: asPartyId(to.party, 'to.party') };
    if ('user' in to) return { user: asPersonId(to.user, 'to.user') };
    if ('staff' in to) return { staff: asPersonId(to.staff, 'to.staff') };
  }
  throw malformed(
    'to',
    "must be 'platform', 'person', 'public', a party, a user or one of the staff",
  );
}

/** Whoever is named, it is one of them. What else is said of them is not read: nobody asserts a class. */
function namesOne(to: object): boolean {
  return ['party', 'user', 'staff'].filter((each) => each in to).length === 1;
}
