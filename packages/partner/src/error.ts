const SENTENCES = {
  AVOW_PARTNER_INPUT: 'An argument is not what it must be',
  AVOW_PARTNER_MALFORMED: 'What was handed over does not have the form it must have',
  AVOW_PARTNER_ALGORITHM: 'It names an algorithm that is not taken',
  AVOW_PARTNER_KEY: 'It is for a key that this party does not hold',
  AVOW_PARTNER_ALTERED: 'It does not open: it was altered, or the key is another one',
  AVOW_PARTNER_CLAIM: 'It opens, and speaks of something else than what was asked for',
  AVOW_PARTNER_EXPIRED: 'The opening has run out: ask again',
  AVOW_PARTNER_ACCESS: 'The platform does not take this party’s keys',
  AVOW_PARTNER_ANSWER: 'The platform answered something that the contract does not have',
  AVOW_PARTNER_BUSY: 'The platform is busy; nothing was done',
  AVOW_PARTNER_PROBLEM: 'The platform could not do what was asked',
  AVOW_PARTNER_UNREACHABLE: 'The platform cannot be reached, or took too long',
} as const;

/** The stable codes of this package. A code never changes its meaning; new ones may be added. */
export type PartnerErrorCode = keyof typeof SENTENCES;

/** What a fault may say of itself beside its code: names and numbers of the interface alone. */
export interface FaultDetails {
  /** The argument, field, header or claim that is wrong. Never what stood there. */
  readonly where?: string;
  /** The platform's own code, such as `AVOW_NOT_FOUND`. */
  readonly problem?: string;
  /** In how many seconds to try again, if the platform said so. */
  readonly retryAfter?: number;
}

/**
 * A fault: something asked for did not work. What the policy decides is never one. Nothing in it is a
 * value that was opened, a key or a token, and it carries no cause, so that it may be logged as it is.
 */
export class PartnerError extends Error {
  override readonly name = 'PartnerError';
  readonly code: PartnerErrorCode;
  readonly where: string | undefined;
  readonly problem: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: PartnerErrorCode, { where, problem, retryAfter }: FaultDetails = {}) {
    const about = [problem, where].filter((part) => part !== undefined).join(', ');
    super(about === '' ? `${SENTENCES[code]}.` : `${SENTENCES[code]}: ${about}.`);
    this.code = code;
    this.where = where;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** Whether `problem` is a fault of this package with one of these codes. */
export function isPartnerFault(
  problem: unknown,
  ...codes: readonly PartnerErrorCode[]
): problem is PartnerError {
  return problem instanceof PartnerError && (codes.length === 0 || codes.includes(problem.code));
}
