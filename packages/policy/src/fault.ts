/** What can go wrong in this package, by stable code. Outcomes of a policy (permitted, refused) are never errors. */
export type FaultCode =
  /** A policy or vocabulary is not well formed; `faults` lists everything found. */
  | 'AVOW_POLICY_INVALID'
  /** A stored policy does not have the shape of one; `faults` lists everything found. */
  | 'AVOW_POLICY_UNREADABLE'
  /** A cell needs more than 32 facts or 64 cubes. */
  | 'AVOW_POLICY_LIMIT'
  /** A question used a word that the vocabulary lacks, or an inner word where a leaf is wanted. */
  | 'AVOW_UNKNOWN_WORD'
  /** Something was asked for in a language that the policy is not written in. */
  | 'AVOW_UNKNOWN_LANGUAGE';

/** One thing wrong with a policy: the place (`clauses 2.a.1`, `facts permitted`) and what is wrong there. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

/**
 * The one error of this package. Messages quote words of the policy only, never the input of a
 * request: a caller may have put a personal value where a purpose belongs.
 */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code: FaultCode;
  readonly faults: readonly Fault[];

  constructor(code: FaultCode, message: string, faults: readonly Fault[] = []) {
    super([message, ...faults.map(({ where, what }) => `  ${where}: ${what}`)].join('\n'));
    this.code = code;
    this.faults = faults;
  }
}
