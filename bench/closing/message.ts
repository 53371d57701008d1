/** What a server process of benchmark 5 is given to begin with. Plain data. */
export interface Begin {
  readonly data: string;
  readonly keys: string;
  readonly anchor: string;
  /** The root key, in hexadecimal: it was made for this run. */
  readonly root: string;
  /** The partners that are engaged here, by number. */
  readonly partners: readonly number[];
}

/** Somebody who allowed a partner to be told their name. */
export interface Allowed {
  readonly partner: number;
  readonly person: string;
}

/** What it is asked. */
export type Ask =
  | { readonly ask: 'engage' | 'stop' | 'close' }
  | { readonly ask: 'open'; readonly all: readonly Allowed[] }
  | { readonly ask: 'end'; readonly partner: number };

/**
 * How long a partner was shut out, in milliseconds of the machine's clock that only goes forward: from the
 * return of `end` to just before it was engaged anew. `took` is how long `end` took.
 */
export interface Closed {
  readonly partner: number;
  readonly took: number;
  readonly from: number;
  readonly to: number;
}

/** An opening that was permitted: when it was asked for, and when it was answered. */
export interface Opened {
  readonly partner: number;
  readonly asked: number;
  readonly answered: number;
}

/** The clock that all processes of a machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
