import type { ErasureReceipt } from './acts.ts';
import type { Decided, Idempotent } from './decision.ts';
import type { EntryId, PersonId } from './ids.ts';

/** `alone`: no guardian has accepted. `mistaken`: it was not so. */
export type ChildState = 'alone' | 'guarded' | 'mistaken';

/** That somebody was found to be under fourteen. How old they are is nowhere. */
export interface KnownChild {
  readonly person: PersonId;
  readonly state: ChildState;
  /** SHA-256 of what shows it, or of the guardian's word once that is there. It is not kept here. */
  readonly document: string;
  readonly learned: number;
  /** When everything held of them is erased by itself, unless a guardian accepts or it was mistaken. */
  readonly erases: number;
  /** The end of the policy's own term: `eraseChild`, `withinDays`. */
  readonly due: number;
}

interface Step extends Idempotent {
  readonly person: PersonId;
  /** An operator appointed to the desk. */
  readonly by: PersonId;
}

type Kept = Promise<KnownChild & { readonly entry: EntryId }>;

/**
 * **Children** (S.6). Nobody is asked for their age; but what an operator learns is written down, with evidence. Unless
 * a guardian accepts in time, everything held of the child is erased, by an operator or by time alone. The person
 * finds each step in their history.
 */
export interface Children {
  /** `AVOW_STATE` if it is known already. After a mistake it may be learned anew. */
  learn(what: Step & { readonly document: string }): Kept;
  /** A guardian has accepted: what is held stays. */
  guard(what: Step & { readonly document: string }): Kept;
  /** It was not so. Not by whoever wrote it down. */
  correct(what: Step): Kept;
  /**
   * Erases now what is held. Decided by the policy, so refused where a guardian accepted, and while a legal hold stands.
   */
  erase(what: Step): Promise<Decided<ErasureReceipt>>;
  of(person: PersonId): Promise<KnownChild | undefined>;
  /** Those for whom no guardian has accepted, whose erasure comes first leading; at most 1,000. */
  list(): Promise<readonly KnownChild[]>;
}
