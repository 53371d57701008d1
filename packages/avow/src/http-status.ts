import type { FaultCode as PolicyCode } from '@avow/policy';
import type { FaultCode as VaultCode } from '@avow/vault';
import { type AvowCode, statusOf } from './fault.ts';

/** Every code that the library lets out: its own, and those that pass through it. */
type Code = AvowCode | VaultCode | PolicyCode;

const statuses: Readonly<Record<Code, number>> = {
  ...statusOf,
  AVOW_UNKNOWN_LANGUAGE: 422,
  AVOW_POLICY_INVALID: 422,
  AVOW_POLICY_UNREADABLE: 422,
  AVOW_POLICY_LIMIT: 422,
  AVOW_INVALID: 422,
  AVOW_IDEMPOTENCY_MISMATCH: 422,
  AVOW_UNKNOWN: 404,
  AVOW_ERASED: 410,
  AVOW_CONFLICT: 409,
  AVOW_TOO_LARGE: 413,
  AVOW_BUSY: 503,
  AVOW_UNCERTAIN: 503,
  AVOW_CLOCK: 503,
  AVOW_CLOSED: 503,
  AVOW_STORE: 500,
  AVOW_LOCKED: 500,
  AVOW_SCHEMA: 500,
  AVOW_DURABILITY: 500,
  AVOW_UNRECORDED: 500,
  AVOW_SEAL: 500,
  AVOW_KEYRING: 500,
  AVOW_BACKUP: 500,
  AVOW_ESCROW: 500,
  AVOW_TOMBSTONES: 500,
  AVOW_ROLLED_BACK: 500,
  AVOW_ANCHOR: 500,
};

/** A fault as an application may answer it: its stable code, and the status that fits. */
export interface FaultTold {
  readonly code: Code;
  readonly status: number;
}

/**
 * What an HTTP surface answers to whatever was thrown; undefined for an error that is none of ours. The
 * server of `@avow/server` answers the same, which a test holds.
 */
export function faultTold(problem: unknown): FaultTold | undefined {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  if (typeof code !== 'string' || !Object.hasOwn(statuses, code)) return undefined;
  return { code: code as Code, status: statuses[code as Code] };
}
