/**
 * The words that a policy and this library agree on. Everything else in a vocabulary is the policy's
 * own; these names are what the library reads from records or does by itself, so a policy that wants
 * them uses them.
 */

/** Classes of recipients that no engagement names: the library reads them from who was named. */
export const classes = {
  /** The person themself. */
  self: 'person',
  /** Nobody else was named. */
  platform: 'platform',
  public: 'public',
  /** The other side of the order that was named. */
  counterparty: 'counterparty',
  /** The one complained of, and the one who complains, in the case that was named. */
  respondent: 'respondent',
  complainant: 'complainant',
  /** One of the platform's staff. */
  staff: 'staff',
  /** What an engagement makes of a company of the same group; only such a one serves jointly by name. */
  affiliate: 'affiliate',
  /** What an engagement makes of the deployment of another region. */
  region: 'region',
  /** A party without an engagement; a user without an order. */
  unrelated: 'unrelated',
} as const;

/**
 * Actions with an effect of their own. What is collected is three acts, told apart by the source: the
 * person gives it, it is received automatically, a partner hands it in. Each goes together with
 * `store`, and both must be permitted.
 */
export const actions = {
  fromPerson: 'collect',
  fromDevice: 'observe',
  fromParty: 'acquire',
  store: 'store',
  correct: 'edit',
  /** Handing over at the desk. */
  disclose: 'disclose',
  export: 'export',
  erase: 'erase',
  /** What is asked instead where a legal hold stands against erasing: to close it until that ends. */
  restrict: 'restrict',
  /** Puts rows of the registers beside a person's information; makes what a device left behind a person's. */
  join: 'join',
  /** What `act` does too; the reading of a person's own history has a method of its own. */
  show: 'show',
  /** The opening of what was handed over: permitted as the act that handed it over was. */
  open: 'open',
  /** Making something known to everyone. */
  publish: 'publish',
  /**
   * Leaving the person's country, or that of collection. Asked besides whatever is done there: see
   * `packages/avow/src/act/transfer.ts`.
   */
  transfer: 'transfer',
  /** Writing to a person at an address that is held of them. */
  message: 'message',
  /** Finding out what may interest somebody. */
  derive: 'derive',
  use: 'use',
} as const;

/**
 * What is received automatically: the categories below this one, and nothing else. A policy extends the
 * list by a version that has one more.
 */
export const visitCategory = 'visit';

/** What interests are kept as, and what a partner told of somebody's preferences. */
export const interestCategory = 'interest';
export const profileCategory = 'partner.profile';

/** What is searched for. It lies outside the policy, which forbids whatever would be done with it. */
export const searchCategory = 'search.keyword';

/**
 * Cookies. A choice speaks of setting one for a purpose; reading it, and whatever is done with what it
 * yields, for the same purpose, is allowed as the setting was, unless the person spoke of that itself.
 */
export const cookie = {
  set: 'setCookie',
  read: 'readCookie',
  /** The category of what lies in a cookie, and of what one tells. */
  identifier: 'cookie.identifier',
  yield: 'cookie.yield',
} as const;

/** The provider of the fact that a place lies abroad: cells that turn on it may be about a transfer. */
export const placeFact = 'place';
/** The provider of the fact that a mechanism covers a transfer. */
export const transferFact = 'transfer';

/** Purposes of what the library does without being told one. */
export const purposes = {
  /** Keeping what was collected, by us, until its time is over. */
  keeping: 'keeping',
  /** A person's own access, correction, export and erasure. */
  rights: 'rights',
  /** Telling people what they must know, such as that the policy changes. */
  notice: 'notice',
  /** Choosing what to show somebody by what may interest them. */
  personal: 'service.personal',
  /** Telling people of the platform's own products and services. */
  ownMarketing: 'marketing.own',
  /** What visits are received for, unless the caller says otherwise. */
  security: 'security',
  /** What law asks for. It goes on while a legal hold keeps somebody's erasure waiting; nothing else does. */
  law: 'legal',
} as const;

/** Duties that the library carries out by itself, or reckons the date of. */
export const duties = {
  /** Owed by a party whose engagement has ended, `withinDays`. */
  deleteByParty: 'deleteByParty',
  /** Telling a person which partner something came from, `withinDays`. */
  tellSource: 'tellSource',
  /** Its `limits` say how many different people may be read: see `packages/avow/src/harvesting`. */
  watchForHarvest: 'watchForHarvest',
  /** Hearing the appeal of whoever was suspended, `withinDays`. */
  hearAppeal: 'hearAppeal',
  /** Answering what somebody asks about their rights, `withinDays`. */
  answerRights: 'answerRights',
  /** Erasing what is held of a child for whom no guardian accepted, `withinDays` of knowing. */
  eraseChild: 'eraseChild',
} as const;

/** What the desk does things for, by the type of a case: each ground of clause 3 has a purpose of its own. */
export const casePurposes = {
  law: purposes.law,
  violation: 'rules.violation',
  complaint: 'dispute.rights',
  order: 'dispute.order',
  basis: 'rules.basis',
  support: 'support',
  leak: purposes.security,
  rights: 'support',
  appeal: 'rules.violation',
} as const;

/** What the library itself keeps of everybody: the record of what was done. Erased with the rest. */
export const historyCategory = 'history';

/** What somebody reports: of a leak, for one. */
export const reportCategory = 'report';

/** What people say to an announced version. */
export const commentCategory = 'comment';

/** The retention class whose key seals a person's history. */
export const historyClass = 'history';

/** Who reads an answer, for what it may say: see `audience` in the policy's facts. */
export const audiences = {
  person: 'person',
  requester: 'requester',
  operator: 'operator',
  partner: 'partner',
} as const;

/** The class of the key that free text of evidence is sealed under. The vault's own. */
export const evidenceClass = 'evidence';

/**
 * The registers that lie outside a policy: categories of what is in them. A policy that has none of
 * these has no such register, and nothing of it is asked or kept for a term.
 */
export const registers = {
  activity: 'register.activity',
  order: 'register.order',
  evaluation: 'register.evaluation',
  violation: 'register.violation',
  measure: 'register.measure',
} as const;
