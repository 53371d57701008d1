import type { Act, Acted, RowsOf, VaultRead } from './act/act.ts';
import type { ClockStanding } from './clock/standing.ts';
import type { Custody } from './custody/custody.ts';
import type { Erased } from './erasure/erased.ts';
import type { EntryId, PersonId } from './id.ts';
import type { DataKeys } from './keys/data-keys.ts';
import type { Receipt } from './log/receipt.ts';
import type { Sealing } from './measure/sealing.ts';
import type { SweepProgress, Upkeep } from './retention/retention.ts';

/** How often a sentence permitted or refused, as far as the log has been integrated. */
export interface Tally {
  readonly sentence: string;
  readonly outcome: 'permitted' | 'refused';
  readonly count: number;
}

/**
 * Personal data that opens only inside a recorded decision. One object per process and pair of
 * stores; safe for any number of concurrent callers. Faults are {@link VaultError}s; the codes of
 * {@link Store} apply to everything that writes.
 */
export interface Vault {
  /** The log's name, as in its checkpoints. */
  readonly origin: string;
  /** The log's public key as a C2SP verifier key. */
  readonly vkey: string;

  /** A new id for a row; rises, tells the hour and nothing finer. */
  mint(): string;

  /**
   * A person's data keys for these retention classes, made if there are none. Call it before the
   * act, also before the act that inserts the person; sealing free text needs class `evidence`, an
   * entry with a subject class `history`. `AVOW_ERASED` for an erased person, and, unless the act is
   * one with `evenHeld`, for one whose erasure a legal hold keeps waiting.
   */
  keysFor(
    person: PersonId,
    retentions: readonly string[],
    of?: { readonly evenHeld?: boolean },
  ): Promise<DataKeys>;

  /**
   * A person's data keys that are in memory, of whatever classes; for an act that is planned without
   * reading. They may be out of date, as all keys may; the act then says so.
   */
  keysAtHand(person: PersonId): DataKeys | undefined;

  /** Runs a guarded act: answers once decision, record and effect are durable. */
  act<const R extends readonly VaultRead[], A>(act: Act<R, A>): Promise<Acted<A>>;

  /**
   * Rows as stored (sealed stays sealed), all from one state of the store. Expired records are not
   * returned.
   */
  read<const R extends readonly VaultRead[]>(reads: R): Promise<RowsOf<R>>;

  /**
   * The digest to look a value up by in table `blind`: HMAC-SHA-256 over index name and value.
   * Normalising is the caller's.
   */
  blindIndex(index: string, value: string): Uint8Array;
  /**
   * Every digest that a value may stand under: two while the key of the indexes is being replaced, else
   * one. Whoever looks a value up looks under all of them, in this order; the last is
   * {@link blindIndex}, and what is written is written under that.
   */
  blindIndexes(index: string, value: string): readonly Uint8Array[];
  /**
   * A digest of a value for rows outside the vault: 32 bytes, the same for as long as the deployment
   * lives, also when the key of the indexes is replaced; other than any digest of an index.
   */
  pseudonym(use: string, value: string): Uint8Array;

  /**
   * Proof of an entry. What opens its commitment lies in its person's history, which opens in an
   * act only: `seals.openHistory`. `AVOW_UNKNOWN` if there is no such entry.
   */
  receipt(entry: EntryId): Promise<Receipt>;
  /**
   * The log's signed promise that a committed entry is in the tree within a day (a signed note); given
   * whether or not it is there already. From memory for what this process committed lately.
   * `AVOW_UNKNOWN` if there is no such entry.
   */
  promise(entry: EntryId): Promise<string>;

  /**
   * Erases a person: a tombstone commits (from then on every act about them is refused), the keys
   * are destroyed, then it answers. The rest is swept afterwards. If it rejects after the tombstone
   * has committed, call it again: it resumes.
   *
   * A legal hold (evidence of kind `hold`) stands against it: then everything is refused but acts
   * with `evenHeld`, what no hold covers is swept, and the keys are destroyed when the last one ends.
   */
  erase(person: PersonId): Promise<Erased>;

  /**
   * To be called after an act with `rekeys`: seals everything of the person anew under the keys of their
   * generation, in bounded acts, then destroys the older keys; resolves to whether none is left. May be cut
   * off anywhere, and called again; where there is nothing to do, or the person is being erased, it does nothing.
   */
  rekey(person: PersonId): Promise<boolean>;

  /**
   * To be called after a hold was lifted: carries out the erasure that waited for it, unless another
   * hold stands; resolves to whether it did. A start and every sweep do so as well.
   */
  release(person: PersonId): Promise<boolean>;

  /**
   * Removes what is past its time, in bounded acts; resolves to how many rows. Reads have not
   * returned it since it expired. Also takes up sweeps of erased people that were cut off. What is
   * under a legal hold stays. `onProgress` is told after each act. `AVOW_CLOCK` while the machine's
   * clock is in doubt.
   */
  sweepExpired(onProgress?: (progress: SweepProgress) => void): Promise<number>;
  /** What has to go and has not gone yet. */
  upkeep(): Promise<Upkeep>;

  /** What is done with the keys themselves: replaced, put in escrow. */
  readonly custody: Custody;
  /** How the machine's clock stands. While it is in doubt sweeps are refused: `AVOW_CLOCK`. */
  clock(): Promise<ClockStanding>;
  /** Says that a gap found at a start is true; resolves to whether one was in doubt. */
  confirmClock(): Promise<boolean>;

  /** Puts every entry committed so far into the tree. Happens by itself within a second. */
  flush(): Promise<void>;
  /** The latest checkpoint: a signed note. */
  checkpoint(): Promise<string>;
  /**
   * A tile of hashes by C2SP tlog-tiles coordinates, `width` hashes of 32 bytes; undefined beyond
   * the tree.
   */
  tile(level: number, n: number, width: number): Promise<Uint8Array | undefined>;
  /**
   * The bodies of entries `n * 256 …`, `width` of them, for auditors; undefined beyond the tree.
   */
  entries(n: number, width: number): Promise<readonly Uint8Array[] | undefined>;
  /**
   * The first entries that wait for the tree, at most `limit`, in order of arrival: their numbers rise.
   */
  waiting(limit: number): Promise<readonly { readonly arrival: number }[]>;
  /** What each sentence did so far. */
  tally(): Promise<readonly Tally[]>;

  /** Looks at a sample of the sealed rows as they are stored, and at whose keys they are under. */
  sealing(): Promise<Sealing>;
  /**
   * Rejects with `AVOW_ROLLED_BACK` or `AVOW_ANCHOR` if the stored log does not continue the
   * checkpoint that is kept outside, as a start would.
   */
  checkLog(): Promise<void>;

  /**
   * A unit of work that changes nothing goes through the writer of either store; rejects with what a write
   * would be refused with.
   */
  takesWrites(): Promise<void>;

  /** Finishes what was taken up, integrates it, and lets go of the stores. Twice is once. */
  close(): Promise<void>;
}
