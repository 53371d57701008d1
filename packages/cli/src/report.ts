import type { Page } from './words/page.ts';

/** What a command found out: the same thing as words for people and as data for programs. */
export interface Report {
  /** Whether there is something that someone should look into. Decides the exit code. */
  readonly found: boolean;
  readonly page: Page;
  /** Plain data, written as one line of JSON with `--json`. */
  readonly data: unknown;
}

/**
 * How the process ends. `nothing` means that the question was not answered at all: wrong use,
 * something missing, a fault. So a script that asks `audit` never takes a locked store for a forged one.
 */
export const exits = { fine: 0, found: 1, nothing: 2 } as const;
export type Exit = (typeof exits)[keyof typeof exits];
