import type { Text } from '@avow/policy';
import type { EntryId } from './ids.ts';

/**
 * How a measure stands: it works; it does not; or nothing can be said of it, since nobody has told
 * where to look, or what it watches for is not due yet. A check that cannot be made has failed.
 */
export type MeasureState = 'held' | 'failed' | 'unknown';

/**
 * Something that protects people, checked on the running system. Whatever it says is public: words
 * and figures that help nobody to break in, so no path, name, version or address.
 */
export interface Measure {
  /** Unique and stable: a name keeps its meaning. */
  readonly id: string;
  /** The standing duty of the policy that it carries out. */
  readonly duty: string;
  /** What is done. */
  readonly title: Text;
  /** What it cannot guard against, or what this check cannot see. */
  readonly limit: Text;
  /** Looks. A rejection is a check that could not be made, and counts as failed. */
  check(): Promise<{ readonly state: MeasureState; readonly says: Text }>;
}

/** A measure as it was found. */
export interface Measured extends Omit<Measure, 'check' | 'duty'> {
  /** The sentences of the policy in force that promise it. */
  readonly sentences: readonly string[];
  readonly state: MeasureState;
  /** What was found, with figures. */
  readonly says: Text;
  /** When: epoch milliseconds. */
  readonly at: number;
}

/** What came of restoring a backup for practice. */
export interface Drill {
  readonly passed: boolean;
  /** When the backup was taken and when it was restored: epoch milliseconds. */
  readonly taken: number;
  readonly at: number;
  /** What the audit of the restored copy went through; 0 if it did not come to its end. */
  readonly entries: number;
  readonly rows: number;
  /** People who had been erased since the backup, and were erased again. */
  readonly erased: number;
  /** What was wrong: the kind of an audit's finding, or the code of a fault. Null if nothing was. */
  readonly wrong: string | null;
  /** The entry that records it. */
  readonly entry: EntryId;
}
