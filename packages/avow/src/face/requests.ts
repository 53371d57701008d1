import type { Words } from '@avow/policy';
import type { Case, RefusedBecause } from './case.ts';
import type { Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { CaseId, EntryId, PersonId } from './ids.ts';

/** What somebody asks for, in the field's own words (GDPR 15 to 22, PIPL 44 to 48). */
export const rightsAskedFor = [
  'access',
  'correction',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'explanation',
  'other',
] as const;
/** A right that a person may ask for. */
export type RightAskedFor = (typeof rightsAskedFor)[number];

/** A request about one's rights. It is a case about the one who asks, due by the date that the policy sets. */
export interface RightsRequest {
  readonly case: CaseId;
  readonly person: PersonId;
  readonly about: RightAskedFor;
  readonly made: number;
  /** By when it is to be answered: `answerRights` of the policy, `withinDays`; 15 where it says none. */
  readonly due: number;
  readonly answered: { readonly at: number; readonly granted: boolean } | undefined;
}

/** What stands in it, for its person and the operator who handles it. */
export interface ReadRequest extends RightsRequest {
  readonly text: string;
  readonly answer: string | undefined;
  /** Why it was refused, where it was. */
  readonly reason: RefusedBecause | undefined;
}

/**
 * **Requests about rights** (S.7). Whatever a person cannot do by themself in their privacy centre they ask for, in
 * words that are sealed under their key. It is answered by the operator who handles it, and a refusal says why. It never
 * runs out unanswered within a year: what is overdue stands as overdue.
 */
export interface Requests<V extends Words> {
  make(
    what: {
      readonly person: PersonId;
      readonly about: RightAskedFor;
      readonly text: string;
    } & Idempotent,
  ): Promise<RightsRequest & { readonly entry: EntryId }>;
  /**
   * By the operator who handles it. `reason` goes with a refusal, and with nothing else. `AVOW_STATE` if it is
   * answered already.
   */
  answer(
    what: {
      readonly case: CaseId;
      readonly by: PersonId;
      readonly text: string;
      readonly reason?: RefusedBecause;
    } & Idempotent,
  ): Promise<Case<V> & RunningOut & { readonly entry: EntryId }>;
  get(id: CaseId): Promise<RightsRequest | undefined>;
  /** For the operator who handles it, or its person. Each look stands in the person's history. */
  read(what: {
    readonly case: CaseId;
    readonly by: PersonId;
  }): Promise<ReadRequest & { readonly entry: EntryId }>;
  /** Those that nobody has answered and that are overdue at this moment, the longest overdue first. */
  overdue(): Promise<readonly RightsRequest[]>;
}
