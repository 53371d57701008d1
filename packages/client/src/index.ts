/** Asks an Avow server over `/v1`: typed by the policy, wherever there is a fetch. */
export { type Client, type ClientOptions, createClient } from './client.ts';
export type * from './decision.ts';
export {
  type ClientCode,
  ClientError,
  type FaultDetails,
  type FieldError,
  isClientFault,
} from './error.ts';
export type { Once, Spoken } from './http/call.ts';
export type * from './rooms/acts.ts';
export type * from './rooms/agreement.ts';
export type * from './rooms/attestations.ts';
export type * from './rooms/consents.ts';
export type * from './rooms/disclosures.ts';
export type * from './rooms/history.ts';
export type * from './rooms/orders.ts';
export type * from './rooms/parties.ts';
export type * from './rooms/policy.ts';
export type * from './rooms/subjects.ts';
export type * from './words.ts';
