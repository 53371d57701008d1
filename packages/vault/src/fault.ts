/** Every way in which the vault can fail. Stable: a code keeps its meaning for ever. */
export type FaultCode =
  /**
   * The queue of units is full. Nothing was done; `retryAfter` says when to try again, in seconds.
   */
  | 'AVOW_BUSY'
  /** A row was not what the unit took it to be. Nothing of the unit is kept; decide again. */
  | 'AVOW_CONFLICT'
  /** COMMIT failed and may still have been kept. Retry with the same idempotency key. */
  | 'AVOW_UNCERTAIN'
  /** The store failed. Nothing of the unit is kept. */
  | 'AVOW_STORE'
  /**
   * The machine's clock has jumped ahead by more than is believed, or a start found it so long after
   * the last entry that somebody must say it is right. Nothing is done on its word.
   */
  | 'AVOW_CLOCK'
  /** The store has been closed. */
  | 'AVOW_CLOSED'
  /** More than a row, an entry or a unit may hold. */
  | 'AVOW_TOO_LARGE'
  /**
   * A value that no engine may keep: NUL, a lone surrogate, an unsafe number, an unknown column.
   */
  | 'AVOW_INVALID'
  /** Another process has these stores open. */
  | 'AVOW_LOCKED'
  /** The stored schema is not the one this program knows. */
  | 'AVOW_SCHEMA'
  /** The engine does not flush at COMMIT, or does not overwrite what it deletes. */
  | 'AVOW_DURABILITY'
  /**
   * An audited row was to change, or a sealed one to open, without an entry in the log; or had been changed
   * without one before.
   */
  | 'AVOW_UNRECORDED'
  /** The person has been erased; nothing is done about them any more. */
  | 'AVOW_ERASED'
  /** No such person, record or entry. */
  | 'AVOW_UNKNOWN'
  /** An idempotency key came back with another request. */
  | 'AVOW_IDEMPOTENCY_MISMATCH'
  /** A sealed blob does not open: altered, moved, or sealed under another key. */
  | 'AVOW_SEAL'
  /** The root key cannot be had, or lies where it must not. */
  | 'AVOW_KEYRING'
  /** The log is older than, or inconsistent with, the checkpoint kept outside the stores. */
  | 'AVOW_ROLLED_BACK'
  /** The checkpoint kept outside the stores is missing, or someone else has moved it. */
  | 'AVOW_ANCHOR'
  /** A backup cannot be taken, or is not one to restore: altered, too old, of another make. */
  | 'AVOW_BACKUP'
  /** An escrow cannot be made, or does not open: another key, altered, or none at all. */
  | 'AVOW_ESCROW'
  /** The list of erased people, kept outside the stores, is missing or cannot be read. */
  | 'AVOW_TOMBSTONES';

/**
 * A fault of the vault: something that should have worked and did not. What the domain decides
 * (permitted, refused) is never a fault. Message and fields hold names of tables, codes and advice;
 * never an id of a person and never a stored value, so that a fault may be logged as it is.
 */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code: FaultCode;
  /** Seconds after which a retry makes sense; only with `AVOW_BUSY`. */
  readonly retryAfter: number | undefined;

  constructor(
    code: FaultCode,
    message: string,
    more: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.retryAfter = more.retryAfter;
  }
}

/** Whether `problem` is a vault fault with one of these codes. */
export function isFault(problem: unknown, ...codes: readonly FaultCode[]): problem is VaultError {
  return problem instanceof VaultError && (codes.length === 0 || codes.includes(problem.code));
}
