import { words } from './vocabulary.ts';

const {
  contact,
  organisation,
  visit,
  partner,
  cookie,
  interest,
  claim,
  conversation,
  report,
  comment,
  history,
  register,
  search,
  registration,
  registrationUsername,
  registrationIdentity,
  organisationContact,
} = words.category;
const { servicePartner, counterparty, respondent, complainant, authority } = words.recipient;
const { marketingPartner, thirdParty, unrelated, public: everyone } = words.recipient;
const { provide, sell, lease, share, trade, disclose, open, publish, show } = words.action;

// Groups of words that several clauses speak of, so that each means the same by them.

/** What we hold of a person. */
export const held = [
  registration,
  contact,
  organisation,
  visit,
  partner,
  cookie,
  interest,
  claim,
  conversation,
  report,
  comment,
  history,
] as const;

/** All personal information: what we hold, and what lies outside the policy but must never leak in. */
export const personal = [...held, register, search] as const;

/** What law can ask for: all that is held, but never a password. */
export const disclosable = [
  registrationUsername,
  registrationIdentity,
  contact,
  organisation,
  visit,
  partner,
  cookie,
  interest,
  claim,
  report,
  comment,
  history,
] as const;

/** What can be handed over by a wish or on a published basis. */
export const passable = [
  registrationUsername,
  registrationIdentity,
  contact,
  organisation,
  visit,
  partner,
  interest,
  claim,
] as const;

/** By which a person is reached: what an order, a delivery or a dispute needs. */
export const reachable = [contact, organisationContact] as const;

/** Everyone outside the platform and its affiliates who does not serve the person. */
export const strangers = [
  marketingPartner,
  counterparty,
  respondent,
  complainant,
  authority,
  thirdParty,
  everyone,
  unrelated,
] as const;

/** Everyone outside the platform and its affiliates. */
export const outsiders = [servicePartner, ...strangers] as const;

/** The acts that clause 2.a names. */
export const handing = [provide, sell, lease, share, trade] as const;

/** All acts by which someone else comes to know it. */
export const revealing = [...handing, disclose, open, publish, show] as const;
