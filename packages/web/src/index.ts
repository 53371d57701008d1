/** What stands between browsers and a server under Avow. */

export { answeringFaults, faultAnswer, fetchAnswer } from './answers/fetch.ts';
export { nodeAnswer, nodeFaults } from './answers/node.ts';
export type { Answering, Telling } from './answers/told.ts';
export {
  type Answer,
  type Answered,
  type ChoiceOptions,
  type CookieChoice,
  cookieChoice,
  type Standing,
  type State,
} from './choice/choice.ts';
export type { Pieces, Said } from './choice/pieces.ts';
export {
  type Arrival,
  type CookieGate,
  cookieGate,
  type GateOptions,
  type Passage,
} from './cookies/gate.ts';
export { Returns } from './cookies/returns.ts';
export { type CookieDesk, cookieDesk, type DeskOptions, kept, saidIn } from './desk/desk.ts';
export { honoDesk, nodeDesk } from './desk/mount.ts';
export { gated } from './fetch.ts';
export { honoGate } from './hono.ts';
export { nodeGate } from './node.ts';
export { visited } from './visits/fetch.ts';
export { honoVisits } from './visits/hono.ts';
export { nodeVisits } from './visits/node.ts';
export { type Visited, type VisitOptions, type VisitWatch, visitWatch } from './visits/watch.ts';
