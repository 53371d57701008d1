import type { Recipient } from '../face/acts.ts';
import type { CaseId, MechanismId, OrderId, PartyId, PersonId } from '../face/ids.ts';
import type { AboutHanded } from '../register/disclosure.ts';
import type { AboutLots } from '../register/lot.ts';

/**
 * What is asked of the policy: about whom, which act, what for, which categories, to whom. Evidence is
 * *named* here (an order, a case); nothing is asserted, not even what class of recipient somebody is.
 */
export interface Question {
  readonly person: PersonId;
  readonly action: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly to: Recipient;
  /** The party that hands the data in. */
  readonly from?: PartyId;
  readonly order?: OrderId;
  /** The mechanism that a transfer is to rest on; absent: one that covers it. */
  readonly mechanism?: MechanismId;
  readonly case?: CaseId;
  /** Which of the person's items it is about, if it is about items. */
  readonly items?: AboutLots;
  /** The disclosure that is made by it. */
  readonly makes?: string;
  /** What was handed over, if it is about opening that. */
  readonly handed?: AboutHanded;
  /** A leak is reported or looked into by it: also of an account that is frozen because of that. */
  readonly leak?: 'reported' | 'inspected';
  /** Who reads the answer, where it is not whoever the recipient's kind says. */
  readonly reader?: 'partner' | 'operator';
}

/** The party that a question names, as recipient or as source. */
export function partyOf({ to, from }: Question): PartyId | undefined {
  return typeof to === 'object' && 'party' in to ? to.party : from;
}

/** The other user that a question names; nobody is another user to themself. */
export function userOf({ to, person }: Question): PersonId | undefined {
  return typeof to === 'object' && 'user' in to && to.user !== person ? to.user : undefined;
}

/** The member of staff that a question names. */
export function staffOf({ to }: Question): PersonId | undefined {
  return typeof to === 'object' && 'staff' in to ? to.staff : undefined;
}

/** What kind of somebody was named. */
export function namedAs({
  to,
  person,
}: Question): 'person' | 'platform' | 'public' | 'party' | 'user' | 'staff' {
  if (typeof to === 'string') return to;
  if ('party' in to) return 'party';
  if ('staff' in to) return 'staff';
  return to.user === person ? 'person' : 'user';
}
