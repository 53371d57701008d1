export { type Clock, machineClock } from './clock.ts';
export type { Duty } from './duties.ts';
export { isPartnerFault, PartnerError, type PartnerErrorCode } from './error.ts';
export type { Handed } from './handed.ts';
export type { Held, Values } from './held.ts';
export type { Decision, Permitted, Refused, Step } from './http/decision.ts';
export {
  type GeneratedKeys,
  generateKeys,
  generateWebKeys,
  type PublicJwks,
} from './keys/generate.ts';
export { keysOfJwks, type PrivateJwks } from './keys/jwk.ts';
export type { PartyKeys } from './keys/keys.ts';
export { keysOfWeb, type NamedKey, type SigningAlgorithm, type WebKeys } from './keys/web.ts';
export type { ToOpen } from './opening.ts';
export { createPartner, type Partner, type PartnerOptions, type Spoken } from './partner.ts';
export type { Published, Receipt, Unverified, Verified } from './receipt.ts';
