/** Avow over HTTP: `/v1`, its reference, the published policy, the log. */
export { createLog } from './http/log.ts';
export type { RequestLine, RequestLog } from './http/request-log.ts';
export { migrateKeys } from './keys/place.ts';
export { type Scope, scopeNames } from './keys/scopes.ts';
export type { KeyId } from './keys/secret.ts';
export type { ApiKey, ApiKeys, KeyRequest, NewApiKey } from './keys/store.ts';
export type { Limits } from './limits/admission.ts';
export { createGate, type Gate, type GateOptions } from './limits/gate.ts';
export { createLimiter, type Limiter, type LimiterOptions, type Taken } from './limits/limiter.ts';
export type { Rate } from './limits/rate.ts';
export type { Listening, ListenOptions } from './listen.ts';
export { directoryAt, type RegionUrls } from './regions/neighbours.ts';
export {
  type Application,
  createServer,
  type Mounted,
  type Server,
  type ServerOptions,
} from './server.ts';
