import type { Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { EntryId, HarvestId, PartyId, PersonId } from './ids.ts';

/** Whoever reads about others. */
export type Reader = { readonly user: PersonId } | { readonly party: PartyId };

/** `terminated`: the agreement has ended with it. `reversed`: it was wrong, and is undone. */
export type HarvestState = 'open' | 'terminated' | 'reversed';

/** A case against somebody who was found to harvest. It tells counts, and of nobody who was read. */
export interface HarvestCase {
  readonly harvest: HarvestId;
  readonly against: Reader;
  /** More different people than the policy allows, one after another in order, or a decoy. */
  readonly pattern: 'people' | 'order' | 'decoy';
  /** How many, at least; very many are estimated. And the policy's limit. */
  readonly count: number;
  readonly most: number;
  /** Within how long, in ms; undefined where no time matters. */
  readonly within: number | undefined;
  /** When it was found, and they were suspended. */
  readonly found: number;
  readonly state: HarvestState;
  /** Who decided last, by the platform's own name for them, and when. */
  readonly decided: { readonly by: string; readonly at: number } | undefined;
  /** When they appealed, and until when that is to be heard. */
  readonly appeal: { readonly at: number; readonly due: number | undefined } | undefined;
}

interface ByOperator extends Idempotent {
  readonly harvest: HarvestId;
  /** The operator, by the platform's own name for them. */
  readonly by: string;
}

type Kept = Promise<HarvestCase & { readonly entry: EntryId }>;

/**
 * **Harvesting.** Who reads about others is watched by itself, with the limits of the policy in force;
 * attempts count like reads. Whoever passes one is suspended before their answer leaves, on every process,
 * and a case is opened. An operator decides it: `terminate`, or `reverse`, which undoes the suspension and
 * a termination that was wrong; what was read before a reversal counts no longer.
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
  /**
   * Ends the agreement with a user; of a party every engagement, and its keys are revoked. `running`: what
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
    readonly by: string;
  }): Promise<{ readonly text: string; readonly entry: EntryId }>;
}

/**
 * **Decoys**: people who do not exist, made as any other, with whom nobody has dealings. Nothing that the
 * platform shows or answers tells them from others; an act on one is harvesting, whoever it is by. Other
 * processes know a new one within ten seconds.
 */
export interface Decoys {
  /** At most 1,000. */
  add(what: { readonly person: PersonId } & Idempotent): Promise<{ readonly entry: EntryId }>;
  remove(what: { readonly person: PersonId } & Idempotent): Promise<{ readonly entry: EntryId }>;
  list(): Promise<readonly PersonId[]>;
}
