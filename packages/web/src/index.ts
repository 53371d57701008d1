/** What stands between browsers and a server under Avow. */
export {
  type Arrival,
  type CookieGate,
  cookieGate,
  type GateOptions,
  type Passage,
  type Stray,
} from './cookies/gate.ts';
export { gated } from './fetch.ts';
export { honoGate } from './hono.ts';
export { nodeGate } from './node.ts';
