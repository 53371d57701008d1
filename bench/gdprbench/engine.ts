import type { Answer, Operation } from './operation.ts';
import type { Promised } from './oracle.ts';
import type { NewRecord } from './record.ts';

/** A store with GDPRbench's records in it. Time is given: whoever has a clock of its own gets this one. */
export interface Engine {
  readonly promised: Promised;
  /** Takes in many records in whatever way is quickest. */
  load(records: readonly NewRecord[]): Promise<void>;
  /** A workload begins: its regulator looks at no older lines of the log. */
  begin(): Promise<void>;
  perform(operation: Operation): Promise<Answer>;
  /** The clock has gone on: the daemon looks what has run out. */
  tick(): Promise<void>;
  /** A workload ends: what it leaves to be done is done, and counts. */
  end(): Promise<void>;
  /** Bytes on disk of tables and indexes, without journals. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** A clock that its holder moves, in epoch milliseconds. */
export interface Clock {
  now(): number;
}
