/** What every decision of the policy says, yes or no. */
interface Ruled {
  /** The record of it. `history.receipt(entry)` proves it. */
  readonly entry: string;
  /** RFC 3339, UTC; so are all times of the interface. */
  readonly at: string;
  /** The sentence that decided, such as `3.f.2`. */
  readonly sentence: string;
  /** That sentence, in `language`. */
  readonly text: string | null;
  readonly language: string;
  /** The log's signed promise to integrate the entry. */
  readonly promise: string | null;
}

export interface Permitted<Value> extends Ruled {
  readonly permitted: true;
  /** What the policy asks of the platform in return. */
  readonly duties: readonly string[];
  readonly value: Value;
}

export interface Refused extends Ruled {
  readonly permitted: false;
  readonly by: 'prohibition' | 'silence' | 'state';
  /** The first category that was refused; the act was refused whole. */
  readonly category: string;
  /** Each element one way to a permission; all its steps are needed. For the platform: not all is for everyone. */
  readonly missing: readonly { readonly steps: readonly Step[] }[];
}

/** Who could bring about what is missing, and how. */
export interface Step {
  readonly fact: string;
  readonly by: string;
  readonly how: string;
}

/** What the policy answered. Both are outcomes; a refusal is on record just as a permission is. */
export type Decision<Value> = Permitted<Value> | Refused;

/** Something said or done, written down. */
export interface Recorded {
  readonly entry: string;
}

/** Openings that had been granted before an end: they run out by themselves, within a minute. */
export interface RunningOut {
  readonly running: readonly {
    readonly disclosure: string;
    readonly party: string;
    readonly until: string;
  }[];
}
