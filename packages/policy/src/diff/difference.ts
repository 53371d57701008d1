import type { Box } from '../compile/diagram.ts';
import type { SentenceId } from '../model/sentence.ts';
import type { Text } from '../model/text.ts';
import type { CookieKind } from '../wording/phrases.ts';

/** A change to what may be done, at the places of a box. */
export type DecisionKind =
  /** Could never be done, now it can. */
  | 'possible'
  /** Could be done, now in more states of facts. */
  | 'wider'
  /** Can be done, but in fewer states. */
  | 'narrower'
  /** Could be done, now never. */
  | 'impossible'
  /** Is still permitted, but a duty is no longer owed for it. */
  | 'duty-dropped'
  /** A promise no longer covers it. */
  | 'promise-less';

/** A change to what the words stand for, or to what is promised and owed across decisions. */
export type WordKind =
  | 'retention-longer'
  | 'retention-shorter'
  | 'duty-gone'
  | 'duty-new'
  | 'duty-later'
  | 'duty-sooner'
  /** Is carried out by a limit that is higher or gone; by one that is lower or new. */
  | 'duty-looser'
  | 'duty-stricter'
  /** What makes a fact true asks for less than before, or is another record; for more. */
  | 'evidence-looser'
  | 'evidence-stricter'
  | 'promise-gone'
  | 'recipient-new'
  | 'recipient-gone'
  | 'region-new'
  | 'region-gone'
  | 'public-new'
  | 'public-gone'
  | 'online-new'
  | 'online-gone';

/** The categories that are kept for another time, or the purpose of a cookie. */
export interface About {
  readonly categories?: readonly string[];
  readonly purposes?: readonly string[];
}

/** One change. `major`: people have to be told of it ahead of time. */
export type Change = { readonly major: boolean; readonly words: Text } & (
  | {
      readonly kind: DecisionKind;
      /** Of the later policy; of the earlier where something is lost. */
      readonly sentence: SentenceId;
      readonly places: Box;
      /** The facts that are true in the smallest state that shows the change. */
      readonly facts: readonly string[];
    }
  | {
      readonly kind: WordKind | CookieKind;
      /** What it speaks of, where that is something a person may have chosen about. */
      readonly about?: About;
    }
);

/** The sentences that were added, removed or reworded. */
export interface Texts {
  readonly added: readonly SentenceId[];
  readonly removed: readonly SentenceId[];
  readonly changed: readonly {
    readonly id: SentenceId;
    readonly before: Text;
    readonly after: Text;
  }[];
}

/** How a policy differs from an earlier one. */
export interface Difference {
  readonly changes: readonly Change[];
  /** Whether any change is major; `because` holds those that are. */
  readonly major: boolean;
  readonly because: readonly Change[];
  readonly texts: Texts;
}
