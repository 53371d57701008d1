/**
 * A log of entries that nobody can rewrite unnoticed: an RFC 6962 tree kept in C2SP tiles, its head
 * signed as a checkpoint, its proofs and promises checkable offline. Pure and synchronous: storage
 * is behind `TileReader`. The same checks for a browser are in `@avow/ledger/verify`.
 */

export type { AuditFailure, AuditOutcome } from './audit/outcome.ts';
export { type AuditedTree, auditTree, TreeAudit } from './audit/tree.ts';
export { signCheckpoint } from './checkpoint/sign.ts';
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint/text.ts';
export { verifyCheckpoint } from './checkpoint/verify.ts';
export { LedgerError, type LedgerErrorCode } from './error.ts';
export { createSigner, generateLogKey, type LogKeyPair, type NoteSigner } from './note/sign.ts';
export { verifyNote } from './note/verify.ts';
export { signPromise } from './promise/sign.ts';
export { formatPromise, type InclusionPromise, parsePromise } from './promise/text.ts';
export { verifyPromise } from './promise/verify.ts';
export { formatProof, type LogProof, parseProof } from './proof/text.ts';
export { type TreeHead, verifyConsistency, verifyInclusion } from './proof/verify.ts';
export { bundle, unbundle } from './tile/bundle.ts';
export { entriesPath, parseEntriesPath, parseTilePath, tilePath } from './tile/path.ts';
export { HASH_BYTES, LARGEST_ENTRY, TILE_WIDTH, type TileId } from './tile/shape.ts';
export { type Appended, append } from './tree/append.ts';
export { consistencyProof } from './tree/consistency.ts';
export { EMPTY_ROOT, leafHash, nodeHash } from './tree/hash.ts';
export { inclusionProof } from './tree/inclusion.ts';
export type { Tile, TileReader } from './tree/reader.ts';
export { rootOf } from './tree/root.ts';
