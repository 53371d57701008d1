import type { Vocabulary } from '@avow/policy';
import type { Acts } from './acts.ts';
import type { Agreement, Documents } from './agreement.ts';
import type { Consents } from './consents.ts';
import type { History } from './history.ts';
import type { Log } from './log.ts';
import type { Orders } from './orders.ts';
import type { Parties } from './parties.ts';
import type { Subjects } from './subjects.ts';
import type { Tally, Versions } from './versions.ts';

/** A platform's privacy policy, carried out. Made by `createAvow()`. */
export interface Avow<V extends Vocabulary> extends Acts<V>, History<V> {
  readonly subjects: Subjects<V>;
  readonly documents: Documents;
  readonly agreement: Agreement;
  readonly consents: Consents<V>;
  readonly parties: Parties<V>;
  readonly orders: Orders<V>;
  readonly policy: Versions<V>;
  readonly log: Log;
  /** What each sentence did so far; kept within a second of the log. */
  tallies(): Promise<readonly Tally[]>;
  /** Deletes what is past its retention, a bounded step at a time; answers how many rows went. */
  sweep(): Promise<number>;
  /** Finishes what is in flight, integrates what is pending, and lets go of the stores. */
  close(): Promise<void>;
}

export type * from './acts.ts';
export type * from './agreement.ts';
export type * from './consents.ts';
export type * from './decision.ts';
export type * from './history.ts';
export type * from './ids.ts';
export type * from './log.ts';
export type * from './orders.ts';
export type * from './parties.ts';
export type * from './subjects.ts';
export type * from './versions.ts';
