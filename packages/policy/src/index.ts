export { check } from './check/check.ts';
export type { Finding, FindingCode } from './check/finding.ts';
export type { Axioms } from './compile/axioms.ts';
export type { Cell, CellCube, Outcome, Permitted, Refused } from './compile/cell.ts';
export { compile, type Engine } from './compile/compile.ts';
export type { Box } from './compile/diagram.ts';
export { decide } from './decide/decide.ts';
export { type Masks, masks } from './decide/masks.ts';
export { duty, enforced, information, promise, refuseTheRest } from './define/backing.ts';
export { type ClauseDraft, clause, type SentenceDraft, sentence } from './define/clause.ts';
export { all, any, not, type Written } from './define/condition.ts';
export { definePolicy, type PolicySource } from './define/policy.ts';
export { forbid, never, type PermitDraft, permit, type ScopeDraft } from './define/rule.ts';
export { type Vocabulary, vocabulary } from './define/vocabulary.ts';
export type { Word } from './define/word.ts';
export { diff } from './diff/diff.ts';
export type { Change, DecisionKind, Difference, Texts, WordKind } from './diff/difference.ts';
export { type Digests, digests, type Sha256 } from './digest/digests.ts';
export { type Explanation, explain, type Question, type Reader } from './explain/explain.ts';
export { type Reason, reasons } from './explain/reasons.ts';
export { type Remedy, remedies, type Step } from './explain/remedies.ts';
export { type Fault, type FaultCode, PolicyError } from './fault.ts';
export type { Condition } from './model/condition.ts';
export { type Cookie, type Cookies, findCookie } from './model/cookie.ts';
export {
  findSentence,
  type Mark,
  type MarkKind,
  type Part,
  type Policy,
  type Profile,
  partOf,
  sentencesOf,
} from './model/policy.ts';
export type { Forbid, Never, Permit, Rule, Scope, Selection } from './model/rule.ts';
export type { Backing, Clause, Enforced, Sentence, SentenceId } from './model/sentence.ts';
export type { Text, TextIn } from './model/text.ts';
export {
  type ActionName,
  type ActionTerm,
  ATTESTATION,
  type Attested,
  type CategoryName,
  type CategoryTerm,
  type DutyTerm,
  type FactName,
  type FactTerm,
  isOnline,
  type Kind,
  type Language,
  type PurposeName,
  type PurposeTerm,
  type RecipientName,
  type RecipientTerm,
  type RegionTerm,
  type RetentionTerm,
  retentionOf,
  type Term,
  type Words,
  within,
} from './model/words.ts';
export type { Counterexample, Proof } from './prove/proof.ts';
export { prove } from './prove/prove.ts';
export {
  type Fate,
  type SituationGroup,
  type Situations,
  situations,
} from './prove/situations.ts';
export { readPolicy } from './read/policy.ts';
export { type RenderOptions, render } from './render/render.ts';
export { type LaidOut, layOutRule, type Told } from './wording/laid-out.ts';
export { type Said, sayRule } from './wording/rule.ts';
