import type { SentenceId } from '../model/sentence.ts';

/** What may be questionable about a policy that is well formed. */
export type FindingCode =
  /** Nothing stands behind a sentence, not even that it is plain information. */
  | 'AVOW_SENTENCE_UNBACKED'
  /** A sentence is declared plain information, and is backed by something to run as well. */
  | 'AVOW_INFORMATION_BACKED'
  /** No state that the axioms allow meets the condition of a rule or promise. */
  | 'AVOW_RULE_NEVER_APPLIES'
  /** Wherever a permit counts, a prohibition stands against it. */
  | 'AVOW_PERMIT_OVERRULED'
  /** The axioms allow no state in which a fact is true. */
  | 'AVOW_FACT_IMPOSSIBLE'
  /** Who could bring a fact about may not learn of it, so the remedy stays untold. */
  | 'AVOW_REMEDY_HIDDEN'
  /** Nothing in the policy uses a word. */
  | 'AVOW_WORD_UNUSED'
  /** No permit speaks of what a cookie is for, so it is never set. */
  | 'AVOW_COOKIE_UNPERMITTED'
  /** A category is marked public, and no sentence says that anyone may read it. */
  | 'AVOW_PUBLIC_UNSAID'
  /** A category is kept for no stated time. */
  | 'AVOW_RETENTION_MISSING'
  /** A language has no connecting words here; English ones are used. */
  | 'AVOW_LANGUAGE_UNSPOKEN'
  /** A cell needs more than 32 facts or 64 cubes; the policy cannot be compiled. */
  | 'AVOW_POLICY_LIMIT';

/** One thing that `check` found; `rule` is the index of a backing of the sentence. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  readonly sentence?: SentenceId;
  readonly rule?: number;
  readonly words: string;
}
