import { all, any, not } from '@avow/policy';
import { words } from './vocabulary.ts';

const { permitted, serving, neededForPart, ordered, statutory, foreign, cleared, twoApprovals } =
  words.fact;
const { violation, complaint, complainantAsked, approved, sides, performed, asked } = words.fact;
const { basis, abroad, mechanism } = words.fact;

// The grounds on which clause 3 discloses, each as one condition that other clauses can speak of.

/** 2.a and 3.b: the party serves this person now, and its part needs just this. */
export const servesAndNeeds = all(serving, neededForPart);

/** 3.c: a verified order or a registered duty in law, and two of us agreed. */
export const lawAndTwo = all(any(ordered, statutory), twoApprovals);

/** 3.c: at home, or with the approval that law asks for. */
export const clearedIfForeign = any(not(foreign), cleared);

/** 3.d: an upheld violation that names the third party, and two of us agreed. */
export const violationAndTwo = all(violation, twoApprovals);

/** 3.e: an open complaint; its author asked, or the other side did and one of us agreed. */
export const complaintPassedOn = all(complaint, any(complainantAsked, approved));

/** 3.f: the two sides of an order; the one who asks has performed. */
export const performedAndAsked = all(sides, performed, asked);

/** 3.g: a published basis that has not ended, and two of us agreed. */
export const basisAndTwo = all(basis, twoApprovals);

/** 4: at home, or with the mechanism of the transfer. */
export const homeOrMechanism = any(not(abroad), mechanism);

/** Any of the grounds on which someone outside may get anything at all. */
export const someGround = any(
  permitted,
  servesAndNeeds,
  lawAndTwo,
  violationAndTwo,
  complaintPassedOn,
  performedAndAsked,
  basisAndTwo,
);
