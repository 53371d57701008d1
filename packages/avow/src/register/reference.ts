/**
 * What a piece of evidence counts for: its `ref`. A row that no longer counts stays, without a `ref`;
 * so a decision reads what counts and nothing else, however long the past is.
 */
export function reference(kind: string, ...ids: readonly string[]): string {
  return JSON.stringify([kind, ...ids]);
}

/** The most rows that may count for one reference, or stand for one party. Whoever adds one checks it; so reads are complete. */
export const MOST_ROWS = 1_000;
