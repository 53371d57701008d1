import type { CaseType } from 'avow';
import { type Role, roles } from './roles.ts';

/** A page, or something that can be done, and the roles that may. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Within the console. */
  readonly path: string;
  readonly roles: readonly Role[];
}

const everyone: readonly Role[] = roles;
/** Those whose work is with what leaves the platform, and whoever looks over their shoulder. */
const overseers: readonly Role[] = ['legal', 'data-protection', 'administrator', 'auditor'];
/** Who may let a party have more than it had. */
const widening: readonly Role[] = ['legal', 'administrator'];
/** Who may take something away from a party: what protects people waits for fewer. */
const narrowing: readonly Role[] = ['legal', 'data-protection', 'administrator'];
/** Those to whom people turn, and whoever looks over their shoulder. */
const guards: readonly Role[] = ['support', 'data-protection', 'administrator', 'auditor'];
/** Of these, those who decide; not administration, which lets operators in and would be two of them. */
const guarding: readonly Role[] = ['support', 'data-protection'];
/** Who looks into the log itself: an entry names nobody, and says more of a decision than its count. */
const inspectors: readonly Role[] = ['data-protection', 'administrator', 'auditor'];
/** How a party is reached and answered: a matter between machines. */
const technical: readonly Role[] = ['administrator'];
/** Who decides at the desk. Administration lets operators in, and so must not be two of them itself. */
const desk: readonly Role[] = ['support', 'legal', 'data-protection'];
/** Whose work it is what authorities, laws and violations ask for. */
const lawyers: readonly Role[] = ['legal', 'data-protection'];

const reads = (path: string, who: readonly Role[]) =>
  ({ method: 'GET', path, roles: who }) as const;
const does = (path: string, who: readonly Role[]) =>
  ({ method: 'POST', path, roles: who }) as const;

/**
 * Everything that the console answers, and whom. Its application is made from this table and from
 * nothing else, so what has no row here does not exist, and a new row says for whom it is.
 */
export const routes = {
  today: reads('/', everyone),
  parties: reads('/parties', overseers),
  party: reads('/parties/one', overseers),
  engage: reads('/parties/engage', widening),
  engaging: does('/parties/engage', widening),
  end: reads('/parties/end', narrowing),
  ending: does('/parties/end', narrowing),
  suspend: reads('/parties/suspend', narrowing),
  suspending: does('/parties/suspend', narrowing),
  reinstate: reads('/parties/reinstate', widening),
  reinstating: does('/parties/reinstate', widening),
  key: reads('/parties/key', technical),
  addingKey: does('/parties/key', technical),
  revoke: reads('/parties/revoke', narrowing),
  revoking: does('/parties/revoke', narrowing),
  notify: reads('/parties/notify', technical),
  notifying: does('/parties/notify', technical),
  harvests: reads('/harvests', guards),
  harvest: reads('/harvests/one', guards),
  readingAppeal: does('/harvests/appeal', guarding),
  deciding: does('/harvests/decide', guarding),
  readingReport: does('/harvests/report', guarding),
  suspendingHarvester: does('/harvests/suspend', guarding),
  seeding: does('/harvests/decoys', ['data-protection', 'administrator']),
  leaks: reads('/leaks', guards),
  leak: reads('/leaks/one', guards),
  readingLeak: does('/leaks/read', guarding),
  searching: does('/leaks/suspects', guarding),
  containing: does('/leaks/contain', guarding),
  reportingLeak: does('/leaks/authority', guarding),
  closingLeak: does('/leaks/close', guarding),
  campaigns: reads('/campaigns', overseers),
  campaign: reads('/campaigns/one', overseers),
  draft: reads('/campaigns/draft', widening),
  drafting: does('/campaigns/draft', widening),
  start: reads('/campaigns/start', widening),
  starting: does('/campaigns/start', widening),
  stop: reads('/campaigns/stop', narrowing),
  stopping: does('/campaigns/stop', narrowing),
  again: reads('/campaigns/again', widening),
  goingAgain: does('/campaigns/again', widening),
  imports: reads('/imports', overseers),
  import: reads('/imports/one', overseers),
  cancel: reads('/imports/cancel', narrowing),
  cancelling: does('/imports/cancel', narrowing),
  transfers: reads('/transfers', overseers),
  violations: reads('/violations', overseers),
  violation: reads('/violations/one', overseers),
  recordViolation: reads('/violations/record', lawyers),
  recordingViolation: does('/violations/record', lawyers),
  onViolation: reads('/violations/case', lawyers),
  openingOnViolation: does('/violations/case', lawyers),
  handlingViolation: does('/violations/take', lawyers),
  readingViolation: does('/violations/read', lawyers),
  decidingViolation: does('/violations/decide', lawyers),
  takingMeasure: does('/violations/measure', lawyers),
  liftingMeasure: does('/violations/lift', lawyers),
  attestations: reads('/attestations', everyone),
  findingAttested: does('/attestations', desk),
  attested: reads('/attestations/person', everyone),
  attesting: does('/attestations/person', desk),
  signing: does('/attestations/sign', desk),
  endAttestation: reads('/attestations/end', desk),
  endingAttestation: does('/attestations/end', desk),
  holds: reads('/holds', overseers),
  findingHeld: does('/holds', lawyers),
  held: reads('/holds/person', overseers),
  placeHold: reads('/holds/place', lawyers),
  placingHold: does('/holds/place', lawyers),
  liftHold: reads('/holds/lift', lawyers),
  liftingHold: does('/holds/lift', lawyers),
  duties: reads('/duties', overseers),
  underWay: reads('/under-way', overseers),
  flows: reads('/flows', overseers),
  flow: reads('/flows/one', overseers),
  desk: reads('/desk', everyone),
  case: reads('/desk/case', everyone),
  taking: does('/desk/take', desk),
  looking: does('/desk/look', desk),
  approve: reads('/desk/approve', desk),
  approving: does('/desk/approve', desk),
  deliver: reads('/desk/deliver', desk),
  delivering: does('/desk/deliver', desk),
  refuse: reads('/desk/refuse', desk),
  refusing: does('/desk/refuse', desk),
  close: reads('/desk/close', desk),
  closing: does('/desk/close', desk),
  order: reads('/desk/order', lawyers),
  recording: does('/desk/order', lawyers),
  verify: reads('/desk/order/verify', lawyers),
  verifying: does('/desk/order/verify', lawyers),
  clear: reads('/desk/order/clear', lawyers),
  clearing: does('/desk/order/clear', lawyers),
  endBar: reads('/desk/order/end-bar', lawyers),
  endingBar: does('/desk/order/end-bar', lawyers),
  withdraw: reads('/desk/order/withdraw', lawyers),
  withdrawing: does('/desk/order/withdraw', lawyers),
  statutes: reads('/desk/statutes', overseers),
  statute: reads('/desk/statutes/register', lawyers),
  registering: does('/desk/statutes/register', lawyers),
  endStatute: reads('/desk/statutes/end', lawyers),
  endingStatute: does('/desk/statutes/end', lawyers),
  onStatute: reads('/desk/statutes/use', lawyers),
  usingStatute: does('/desk/statutes/use', lawyers),
  verifyComplaint: reads('/desk/complaint/verify', desk),
  verifyingComplaint: does('/desk/complaint/verify', desk),
  readComplaint: reads('/desk/complaint/read', desk),
  readingComplaint: does('/desk/complaint/read', desk),
  readRequest: reads('/desk/request/read', desk),
  readingRequest: does('/desk/request/read', desk),
  answer: reads('/desk/request/answer', desk),
  answering: does('/desk/request/answer', desk),
  settle: reads('/desk/appeal/settle', desk),
  settling: does('/desk/appeal/settle', desk),
  bases: reads('/desk/bases', overseers),
  propose: reads('/desk/bases/propose', lawyers),
  proposing: does('/desk/bases/propose', lawyers),
  publish: reads('/desk/bases/publish', lawyers),
  publishing: does('/desk/bases/publish', lawyers),
  dropBasis: reads('/desk/bases/drop', lawyers),
  droppingBasis: does('/desk/bases/drop', lawyers),
  endBasis: reads('/desk/bases/end', lawyers),
  endingBasis: does('/desk/bases/end', lawyers),
  onBasis: reads('/desk/bases/use', lawyers),
  usingBasis: does('/desk/bases/use', lawyers),
  children: reads('/desk/children', everyone),
  learnChild: reads('/desk/children/learn', desk),
  learningChild: does('/desk/children/learn', desk),
  childStep: reads('/desk/children/step', desk),
  childStepping: does('/desk/children/step', desk),
  drift: reads('/drift', overseers),
  measures: reads('/measures', everyone),
  policy: reads('/policy', everyone),
  log: reads('/log', overseers),
  entry: reads('/log/entry', inspectors),
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof routes;

/** Whether a role may; what is not in the row may not. */
export const may = (role: Role, route: RouteName): boolean => routes[route].roles.includes(role);

/** Whose business a case is, by its kind; who may do what in it is in the rows above besides. */
const kinds: Readonly<Record<CaseType, readonly Role[]>> = {
  law: overseers,
  violation: overseers,
  basis: overseers,
  leak: overseers,
  complaint: everyone,
  order: everyone,
  support: everyone,
  rights: everyone,
  appeal: everyone,
};

/** Whether a role meets cases of a kind at all. */
export const meets = (role: Role, kind: CaseType): boolean => kinds[kind].includes(role);
