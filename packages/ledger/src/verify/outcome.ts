import { LedgerError, type LedgerErrorCode } from '../error.ts';

/**
 * What a check came to. `reason` is a stable code, to be put into words by whoever shows it; `where`
 * names the line or field, never its value.
 */
export type Outcome<Found> = ({ readonly ok: true } & Found) | Failed;

/** A check that failed. */
export interface Failed {
  readonly ok: false;
  readonly reason: LedgerErrorCode;
  readonly where: string;
}

/** Runs a check whose failures are `LedgerError`s and answers them as values; other errors pass on. */
export async function asOutcome<Found>(check: () => Promise<Found>): Promise<Outcome<Found>> {
  try {
    return { ok: true, ...(await check()) };
  } catch (error) {
    if (error instanceof LedgerError) return { ok: false, reason: error.code, where: error.where };
    throw error;
  }
}
