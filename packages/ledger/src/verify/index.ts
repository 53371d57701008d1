/**
 * Checks what a log has signed and proven, with nothing but the web's own globals: for a browser, a
 * partner, an auditor. Signs nothing, fetches nothing, and answers failures as values.
 */

export type { LedgerErrorCode } from '../error.ts';
export { verifyCheckpoint } from './checkpoint.ts';
export { type Growth, verifyConsistencyProof } from './consistency.ts';
export type { Entry } from './entry.ts';
export { leafHash } from './hash.ts';
export type { Failed, Outcome } from './outcome.ts';
export { type Promised, verifyPromise } from './promise.ts';
export { type Fold, type Inclusion, traceReceipt, verifyReceipt } from './receipt.ts';
