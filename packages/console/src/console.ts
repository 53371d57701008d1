import type { Words } from '@avow/policy';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type RouteName, routes } from './access.ts';
import type { ConsoleOptions } from './options.ts';
import {
  attesting,
  endAttestation,
  endingAttestation,
  signing,
} from './pages/attestations/deeds.ts';
import { attested } from './pages/attestations/person.ts';
import { attestations, findingAttested } from './pages/attestations/room.ts';
import { again, goingAgain } from './pages/campaigns/again.ts';
import { draft, drafting } from './pages/campaigns/draft.ts';
import { campaigns } from './pages/campaigns/list.ts';
import { campaign } from './pages/campaigns/one.ts';
import { start, starting } from './pages/campaigns/start.ts';
import { stop, stopping } from './pages/campaigns/stop.ts';
import { addingKey, key } from './pages/deeds/add-key.ts';
import { end, ending } from './pages/deeds/end.ts';
import { notify, notifying } from './pages/deeds/notify.ts';
import { revoke, revoking } from './pages/deeds/revoke-key.ts';
import { changingStanding, standing } from './pages/deeds/standing.ts';
import { settle, settling } from './pages/desk/appeal/settle.ts';
import { bases } from './pages/desk/bases/list.ts';
import { propose, proposing } from './pages/desk/bases/propose.ts';
import { doingOf, sayingOf } from './pages/desk/bases/steps.ts';
import { onBasis, usingBasis } from './pages/desk/bases/use.ts';
import { inCase } from './pages/desk/case.ts';
import { children } from './pages/desk/children/list.ts';
import { childStep, childStepping, learn, learning } from './pages/desk/children/steps.ts';
import * as complaints from './pages/desk/complaint/steps.ts';
import { approve, approving } from './pages/desk/deeds/approve.ts';
import { deliver, delivering } from './pages/desk/deeds/deliver.ts';
import { close, closing, refuse, refusing } from './pages/desk/deeds/end.ts';
import { looking, taking } from './pages/desk/deeds/handle.ts';
import { desk } from './pages/desk/list.ts';
import { order, recording } from './pages/desk/order/record.ts';
import * as steps from './pages/desk/order/steps.ts';
import * as requests from './pages/desk/request/steps.ts';
import { endingStatute, endStatute, statutes } from './pages/desk/statutes/list.ts';
import { registering, statute } from './pages/desk/statutes/register.ts';
import { onStatute, usingStatute } from './pages/desk/statutes/use.ts';
import { drift } from './pages/drift.ts';
import { duties } from './pages/duties.ts';
import { engage, engaging } from './pages/engage/engage.ts';
import { entry } from './pages/entry.ts';
import { flow } from './pages/flow/one.ts';
import { flows } from './pages/flows.ts';
import { documentLimit } from './pages/form/document.ts';
import { harvests, seeding } from './pages/harvests/list.ts';
import {
  deciding,
  harvest,
  readingAppeal,
  readingReport,
  suspendingHarvester,
} from './pages/harvests/one.ts';
import { liftHold, liftingHold } from './pages/holds/lift.ts';
import { held } from './pages/holds/person.ts';
import { placeHold, placingHold } from './pages/holds/place.ts';
import { findingHeld, holds } from './pages/holds/room.ts';
import { cancel, cancelling } from './pages/imports/cancel.ts';
import { imports } from './pages/imports/list.ts';
import { oneImport } from './pages/imports/one.ts';
import {
  closingLeak,
  containing,
  leak,
  readingLeak,
  reportingLeak,
  searching,
} from './pages/leaks/deeds.ts';
import { leaks } from './pages/leaks/list.ts';
import { log } from './pages/log.ts';
import { measures } from './pages/measures.ts';
import { parties } from './pages/parties.ts';
import { party } from './pages/party/page.ts';
import { policy } from './pages/policy.ts';
import { today } from './pages/today.ts';
import { transfers } from './pages/transfers.ts';
import { underWay } from './pages/under-way.ts';
import {
  decidingViolation,
  handlingViolation,
  liftingMeasure,
  readingViolation,
  takingMeasure,
  violation,
} from './pages/violations/deeds.ts';
import { violations } from './pages/violations/list.ts';
import { onViolation, openingOnViolation } from './pages/violations/on-violation.ts';
import { recordingViolation, recordViolation } from './pages/violations/record.ts';
import { faultPage, onFault } from './web/fault.ts';
import { files } from './web/files.ts';
import { type Handle, only } from './web/guard.ts';
import { headers } from './web/headers.ts';
import { sameOrigin } from './web/origin.ts';
import { type Console, type Env, visits } from './web/visit.ts';

/** What is done for each row of the table of access. A row without it, or it without a row, does not compile. */
const handlers = (place: Console): Readonly<Record<RouteName, Handle>> => ({
  today: today(place),
  parties: parties(place),
  party: party(place),
  engage: engage(place),
  engaging: engaging(place),
  end: end(place),
  ending: ending(place),
  suspend: standing(place, 'suspend'),
  suspending: changingStanding(place, 'suspend'),
  reinstate: standing(place, 'reinstate'),
  reinstating: changingStanding(place, 'reinstate'),
  key: key(place),
  addingKey: addingKey(place),
  revoke: revoke(place),
  revoking: revoking(place),
  notify: notify(place),
  notifying: notifying(place),
  harvests: harvests(place),
  harvest: harvest(place),
  readingAppeal: readingAppeal(place),
  deciding: deciding(place),
  readingReport: readingReport(place),
  suspendingHarvester: suspendingHarvester(place),
  seeding: seeding(place),
  leaks: leaks(place),
  leak: leak(place),
  readingLeak: readingLeak(place),
  searching: searching(place),
  containing: containing(place),
  reportingLeak: reportingLeak(place),
  closingLeak: closingLeak(place),
  campaigns: campaigns(place),
  campaign: campaign(place),
  draft: draft(place),
  drafting: drafting(place),
  start: start(place),
  starting: starting(place),
  stop: stop(place),
  stopping: stopping(place),
  again: again(place),
  goingAgain: goingAgain(place),
  imports: imports(place),
  import: oneImport(place),
  cancel: cancel(place),
  cancelling: cancelling(place),
  transfers: transfers(place),
  violations: violations(place),
  violation: violation(place),
  recordViolation: recordViolation(place),
  recordingViolation: recordingViolation(place),
  onViolation: onViolation(place),
  openingOnViolation: openingOnViolation(place),
  handlingViolation: handlingViolation(place),
  readingViolation: readingViolation(place),
  decidingViolation: decidingViolation(place),
  takingMeasure: takingMeasure(place),
  liftingMeasure: liftingMeasure(place),
  attestations: attestations(),
  findingAttested: findingAttested(place),
  attested: attested(place),
  attesting: attesting(place),
  signing: signing(place),
  endAttestation: endAttestation(),
  endingAttestation: endingAttestation(place),
  holds: holds(place),
  findingHeld: findingHeld(place),
  held: held(place),
  placeHold: placeHold(place),
  placingHold: placingHold(place),
  liftHold: liftHold(place),
  liftingHold: liftingHold(place),
  duties: duties(place),
  underWay: underWay(place),
  flows: flows(),
  flow: flow(place),
  desk: desk(place),
  case: inCase(place),
  taking: taking(place),
  looking: looking(place),
  approve: approve(place),
  approving: approving(place),
  deliver: deliver(place),
  delivering: delivering(place),
  refuse: refuse(place),
  refusing: refusing(place),
  close: close(place),
  closing: closing(place),
  order: order(place),
  recording: recording(place),
  verify: steps.verify(place),
  verifying: steps.verifying(place),
  clear: steps.clear(place),
  clearing: steps.clearing(place),
  endBar: steps.endBar(place),
  endingBar: steps.endingBar(place),
  withdraw: steps.withdraw(place),
  withdrawing: steps.withdrawing(place),
  statutes: statutes(place),
  statute: statute(place),
  registering: registering(place),
  endStatute: endStatute(place),
  endingStatute: endingStatute(place),
  onStatute: onStatute(place),
  usingStatute: usingStatute(place),
  verifyComplaint: complaints.verify(place),
  verifyingComplaint: complaints.verifying(place),
  readComplaint: complaints.read(place),
  readingComplaint: complaints.reading(place),
  readRequest: requests.read(place),
  readingRequest: requests.reading(place),
  answer: requests.answer(place),
  answering: requests.answering(place),
  settle: settle(place),
  settling: settling(place),
  bases: bases(place),
  propose: propose(place),
  proposing: proposing(place),
  publish: sayingOf(place, 'publish'),
  publishing: doingOf(place, 'publish'),
  dropBasis: sayingOf(place, 'drop'),
  droppingBasis: doingOf(place, 'drop'),
  endBasis: sayingOf(place, 'end'),
  endingBasis: doingOf(place, 'end'),
  onBasis: onBasis(place),
  usingBasis: usingBasis(place),
  children: children(place),
  learnChild: learn(),
  learningChild: learning(place),
  childStep: childStep(),
  childStepping: childStepping(place),
  drift: drift(place),
  measures: measures(place),
  policy: policy(place),
  log: log(place),
  entry: entry(place),
});

/** Forms that a document may come with. */
const withDocument: ReadonlySet<RouteName> = new Set([
  'recording',
  'recordingViolation',
  'placingHold',
  'clearing',
  'learningChild',
  'childStepping',
]);

const formLimit = 128 * 1024;

/**
 * Where those who work for a platform see to what leaves it and to whom, and look at how its policy is
 * carried out. An application of Request in, Response out, for a platform to mount. Who comes, and as
 * what, the platform says; what each may, the table of access does.
 */
export function operatorsConsole<V extends Words, Around extends object = object>(
  options: ConsoleOptions<V, Around>,
): Hono<Env> {
  // Which words there are is the policy's; pages find them there, so they are text from here on.
  const place = options as unknown as Console;
  const app = new Hono<Env>();
  app.onError(onFault);
  app.use(headers);
  app.route('/', files());
  app.use(visits(place), sameOrigin(place));
  app.notFound((c) => faultPage(c, 'notFound'));
  for (const [name, handle] of Object.entries(handlers(place)) as [RouteName, Handle][]) {
    const { method, path } = routes[name];
    const maxSize = withDocument.has(name) ? documentLimit : formLimit;
    const bounded = bodyLimit({ maxSize, onError: (c) => faultPage(c, 'large') });
    app.on(method, path, bounded, only(name, handle));
  }
  return app;
}
