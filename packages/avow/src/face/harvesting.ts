import type { Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { EntryId, HarvestId, PartyId, PersonId } from './ids.ts';

/** Whoever reads about others. */
export type Reader = { readonly user: PersonId } | { readonly party: PartyId };

/**
 * `upheld`: the suspension stands. `terminated`: the agreement has ended with it. `reversed`: it was
 * wrong, and is undone.
 */
export type HarvestState = 'open' | 'upheld' | 'terminated' | 'reversed';

/** A case against somebody who was found to harvest. It tells counts, and of nobody who was read. */
export interface HarvestCase {
  readonly harvest: HarvestId;
  readonly against: Reader;
  /**
   * More different people than the policy allows, one after another in order, or a decoy; `reported`: one of
   * us suspended them on what others reported.
   */
  readonly pattern: 'people' | 'order' | 'decoy' | 'reported';
  /** How many, at least; very many are estimated. And the policy's limit. */
  readonly count: number;
  readonly most: number;
  /** Within how long, in ms; undefined where no time matters. */
  readonly within: number | undefined;
  /** When it was found, and they were suspended. */
  readonly found: number;
  readonly state: HarvestState;
  /** Which operator suspended them; undefined: it happened by itself. */
  readonly suspendedBy: PersonId | undefined;
  /** When the agreement ended with it. */
  readonly terminated: number | undefined;
  /** Which operators decided before that; none of them hears an appeal. */
  readonly earlier: readonly PersonId[];
  /** Which operator decided last, and when. */
  readonly decided: { readonly by: PersonId; readonly at: number } | undefined;
  /** When they appealed, until when that is to be heard, and what came of it. */
  readonly appeal:
    | {
        readonly at: number;
        readonly due: number | undefined;
        readonly state: 'made' | 'dismissed' | 'granted';
        readonly decided: { readonly by: PersonId; readonly at: number } | undefined;
      }
    | undefined;
}

/** What a user reported of another, or of a party. What they wrote is read by `readReport`. */
export interface HarvestReport {
  readonly report: string;
  readonly who: Reader;
  readonly by: PersonId;
  readonly at: number;
  /** Which operator read it first, and when. */
  readonly seen: { readonly by: PersonId; readonly at: number } | undefined;
}

interface ByOperator extends Idempotent {
  readonly harvest: HarvestId;
  /** An operator appointed to the desk: `AVOW_NOT_FOUND` of anybody else. */
  readonly by: PersonId;
}

type Kept = Promise<HarvestCase & { readonly entry: EntryId }>;

/**
 * **Harvesting.** Who reads about others is watched by itself, with the limits of the policy in force;
 * attempts count like reads. Whoever passes one is suspended before their answer leaves, on every process,
 * and a case is opened. An operator decides it: `uphold`, `terminate`, or `reverse`, which undoes the suspension and
 * a termination that was wrong; what was read before a reversal counts no longer. An appeal is heard by somebody
 * else than who decided before. Whoever is concerned is told by mail, if this process has a way to send it.
 */
export interface Harvesting {
  readonly decoys: Decoys;
  /** Cases in a state, in the order of their ids, after `after`; at most 1,000. Absent state: open. */
  list(page?: {
    readonly state?: HarvestState;
    readonly after?: HarvestId;
    readonly limit?: number;
  }): Promise<readonly HarvestCase[]>;
  get(harvest: HarvestId): Promise<HarvestCase | undefined>;
  /** The cases against somebody, the newest first: what the one concerned is told. */
  against(who: Reader): Promise<readonly HarvestCase[]>;
  /** A user reports somebody who seems to harvest, in words that are sealed. At most ten of theirs wait. */
  report(
    what: { readonly by: PersonId; readonly who: Reader; readonly text: string } & Idempotent,
  ): Promise<HarvestReport & { readonly entry: EntryId }>;
  /** Reports that nobody has read, the oldest first; at most 1,000. */
  reports(): Promise<readonly HarvestReport[]>;
  /** Each look stands in the history of whoever reported. */
  readReport(what: {
    readonly report: string;
    readonly by: PersonId;
  }): Promise<HarvestReport & { readonly text: string; readonly entry: EntryId }>;
  /**
   * Suspends somebody by an operator's decision, on what was reported. `AVOW_STATE` if they are suspended, but
   * for an account that a leak froze or the platform suspended: the case keeps it so from then on.
   */
  suspend(what: { readonly who: Reader; readonly by: PersonId } & Idempotent): Kept;
  /** The suspension stands, and an appeal that waits is dismissed. */
  uphold(what: ByOperator): Kept;
  /**
   * Ends the agreement with a user, unless an appeal waits; of a party every engagement, and its keys are revoked. `running`: what
   * it was granted to open and has not run out yet. They stay suspended.
   */
  terminate(what: ByOperator): Promise<HarvestCase & RunningOut & { readonly entry: EntryId }>;
  /**
   * They are active again. The agreement of a user who was terminated stands again as it stood; a party
   * that was terminated is engaged and given keys anew, for what it held was closed.
   */
  reverse(what: ByOperator): Kept;
  /**
   * The one concerned appeals, once; whoever calls has made sure that it is they. What a user says is
   * sealed under their key; a party says nothing here.
   */
  appeal(
    what: { readonly harvest: HarvestId; readonly as: Reader; readonly text?: string } & Idempotent,
  ): Kept;
  /** What a user said in their appeal. Each look stands in their history. `AVOW_NOT_FOUND` if nothing. */
  readAppeal(what: {
    readonly harvest: HarvestId;
    readonly by: PersonId;
  }): Promise<{ readonly text: string; readonly entry: EntryId }>;
}

/**
 * **Decoys**: people who do not exist, made as any other, with whom nobody has dealings. Nothing that the
 * platform shows or answers tells them from others; an act on one is harvesting, whoever it is by. Other
 * processes know a new one within ten seconds.
 */
export interface Decoys {
  /**
   * Makes so many, who join and accept as anybody does, and stand where whoever goes through people comes
   * by. One in a hundred finds nearly everybody who does. Those that were made stay if it is cut off.
   */
  seed(what: { readonly count: number }): Promise<readonly PersonId[]>;
  /** At most 1,000. */
  add(what: { readonly person: PersonId } & Idempotent): Promise<{ readonly entry: EntryId }>;
  remove(what: { readonly person: PersonId } & Idempotent): Promise<{ readonly entry: EntryId }>;
  list(): Promise<readonly PersonId[]>;
}
