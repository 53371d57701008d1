import type { AuditedChange, Json, Lock, Seals, VaultRead } from '@avow/vault';
import type { PartyId, PersonId } from '../face/ids.ts';
import type { Rows } from '../rows/reading.ts';

/** What came of a change of evidence. */
export interface Recorded<Value> {
  /** The kind of evidence and what it is now, as the log says it. */
  readonly evidence: string;
  readonly state: string;
  readonly changes: readonly AuditedChange[];
  readonly value: Value;
}

/**
 * A change of what facts are read from. Not a decision of the policy: somebody said or did something,
 * and it is written down, with an entry, before anybody is told.
 */
export interface EvidenceChange<Value> {
  /** Whom it concerns, nobody twice. Each is had alone while it happens, and finds it in their history. */
  readonly people: readonly PersonId[];
  /** Parties whose standing changes; had alone too. */
  readonly parties?: readonly PartyId[];
  /** Whether it may lead to more being permitted: then nobody concerned may be suspended. */
  readonly widens: boolean;
  /** Also about somebody whose erasure a legal hold keeps waiting. */
  readonly evenHeld?: boolean;
  /** Whose keys are replaced by it: see `rekeys` of an act of the vault. */
  readonly rekeys?: readonly PersonId[];
  readonly reads: readonly VaultRead[];
  /** What else must hold still. */
  readonly locks?: readonly Lock[];
  /** The operator who does it: one of the desk, and on record as who did; absent: nobody of the desk does. */
  readonly by?: PersonId | undefined;
  /** Others who must stand as they do while it happens, such as who does it: held still, and their rows read. */
  readonly still?: readonly PersonId[];
  /** What the histories say beyond the entry. Ids and words, no personal values. */
  readonly note?: { readonly [name: string]: Json };
  /** Whether free text of the people is sealed or opened. */
  readonly seals?: boolean;
  /**
   * Ids and words only: it is kept as the outcome of a request that may come again. What was opened may
   * stand in it where none can.
   */
  decide(rows: Rows, now: number, seals: Seals): Recorded<Value>;
}
