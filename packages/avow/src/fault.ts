/** Every way in which the library itself can fail. Stable: a code keeps its meaning for ever. */
export type AvowCode =
  /** An argument is not what it must be; `field` names it. */
  | 'AVOW_INPUT'
  /** A word that the policy in force does not have, or has others below; `field` names the place. */
  | 'AVOW_UNKNOWN_WORD'
  /** Nothing is kept under this id; `field` names the argument. */
  | 'AVOW_NOT_FOUND'
  /** There is already one of this name. */
  | 'AVOW_EXISTS'
  /** The value belongs to somebody else already; `field` names the category. */
  | 'AVOW_TAKEN'
  /** Not in this state: an order that is closed, an engagement that has ended, a suspended account. */
  | 'AVOW_STATE'
  /** More of one thing than can be kept for one person, party or order. */
  | 'AVOW_TOO_MANY'
  /** Records kept changing while the act was planned. Nothing was done; try again. */
  | 'AVOW_UNSETTLED'
  /**
   * An erasure is decided and on record, and could not be carried to its end. Ask again, with the same
   * idempotency key; once its tombstone is kept, a start of the library carries it on as well.
   */
  | 'AVOW_UNFINISHED'
  /** The policy breaks a promise of its own, or `check` finds an error: it is not put in force. */
  | 'AVOW_UNFIT'
  /** It changes more than may come at once: it has to be announced, ahead of its date. */
  | 'AVOW_UNANNOUNCED'
  /** It drops a category while something of it is stored; the message says how much, by category. */
  | 'AVOW_STORED'
  /** The options of `createAvow` do not fit together; the message says what to do. */
  | 'AVOW_OPTIONS';

/** What an HTTP surface answers to each code, when nothing more special is known. */
export const statusOf: Readonly<Record<AvowCode, number>> = {
  AVOW_INPUT: 422,
  AVOW_UNKNOWN_WORD: 422,
  AVOW_NOT_FOUND: 404,
  AVOW_EXISTS: 409,
  AVOW_TAKEN: 409,
  AVOW_STATE: 409,
  AVOW_TOO_MANY: 409,
  AVOW_UNSETTLED: 503,
  AVOW_UNFINISHED: 503,
  AVOW_UNFIT: 422,
  AVOW_UNANNOUNCED: 409,
  AVOW_STORED: 409,
  AVOW_OPTIONS: 500,
};

/**
 * A fault: something asked for cannot be done, or did not work. What the policy decides is never one.
 * Message and `field` quote names of arguments and words of the policy, never a value that came in and
 * never an id of a person, so that a fault may be logged as it is. Faults of the vault, the ledger and
 * the policy pass through with codes of their own.
 */
export class AvowError extends Error {
  override readonly name = 'AvowError';
  readonly code: AvowCode;
  /** The argument at fault, as a path such as `fields.contact.phone`. */
  readonly field: string | undefined;

  constructor(code: AvowCode, message: string, field?: string, cause?: unknown) {
    const options = cause === undefined ? undefined : { cause };
    super(field === undefined ? message : `${field}: ${message}`, options);
    this.code = code;
    this.field = field;
  }
}

/** Whether `problem` is a fault of the library with one of these codes. */
export function isAvowFault(problem: unknown, ...codes: readonly AvowCode[]): problem is AvowError {
  return problem instanceof AvowError && (codes.length === 0 || codes.includes(problem.code));
}
