import type { ActionName, CategoryName, PurposeName, Words } from '@avow/policy';
import type { Recipient } from './acts.ts';
import type { Decided, Idempotent } from './decision.ts';
import type { OrderId, PersonId } from './ids.ts';

/** Names and values of the platform's own, in the clear; so no personal value may stand in them. */
export type Terms = Readonly<Record<string, string>>;

/** One of many values of a category: a message, an order, a photograph's caption. */
export interface NewItem<V extends Words> {
  /** The platform's own name for it, unlike that of any other item. Kept as a keyed hash, and sealed. */
  readonly key: string;
  readonly category: CategoryName<V>;
  /** Sealed. */
  readonly value: string;
  /** Words about this item alone, sealed with it. */
  readonly labels?: Terms;
  /**
   * What it is held on besides its purpose. Items on the same terms lie together; terms are set for all of
   * them at once, and where an item has a label of the same name the terms count. `objection` names a
   * purpose that the person objects to.
   */
  readonly terms?: Terms;
  /** Not kept beyond this moment (epoch milliseconds), nor beyond what the policy says. */
  readonly until?: number;
}

/** An item as an act opens it. */
export interface Item<V extends Words> {
  readonly person: PersonId;
  readonly key: string;
  readonly category: CategoryName<V>;
  readonly value: string;
  readonly purpose: PurposeName<V>;
  /** Its labels and the terms it is held on. */
  readonly terms: Terms;
  readonly until: number | undefined;
}

/** Which of somebody's items: those held for a purpose, on some terms, and not on others. All by default. */
export interface Which<V extends Words> {
  readonly heldFor?: PurposeName<V>;
  readonly terms?: Terms;
  readonly without?: Terms;
}

interface Asked<V extends Words> {
  readonly purpose: PurposeName<V>;
  readonly to?: Recipient;
  /** The order that the question is about. Named, not asserted. */
  readonly order?: OrderId;
}

/** Some items of one person, in some categories. */
export interface SomeItems<V extends Words> extends Asked<V>, Which<V> {
  readonly person: PersonId;
  readonly categories: readonly CategoryName<V>[];
}

/** The one item of this key. */
export interface OneItem<V extends Words> extends Asked<V> {
  readonly key: string;
}

/** What is to be put in place of what an item says. */
export interface NewContent {
  readonly value?: string;
  readonly terms?: Terms;
}

type Some<V extends Words> = Decided<{ readonly items: readonly Item<V>[] }>;
type Counted = Decided<{ readonly count: number }>;

/**
 * Many values of one category. A question about a set of somebody's items is one decision with one entry:
 * it names the records that were opened, and all of them are permitted or none is opened.
 */
export interface Items<V extends Words> {
  /** Keeps up to 400 items that were collected for one purpose: all of them, or none. */
  add(
    what: Idempotent & {
      readonly person: PersonId;
      readonly purpose: PurposeName<V>;
      readonly items: readonly NewItem<V>[];
    },
  ): Promise<Counted>;
  /** Opens some of a person's items, by any act that reads. Where there are none, that is the answer. */
  act(action: ActionName<V>, some: SomeItems<V>): Promise<Some<V>>;
  /** Opens one item; undefined if none of this key is held, for then there is nobody to decide about. */
  actOn(
    action: ActionName<V>,
    one: OneItem<V>,
  ): Promise<Decided<{ readonly item: Item<V> }> | undefined>;
  /** Whether an item of this key is held. Opens nothing and says nothing of whose it is. */
  isHeld(key: string): Promise<boolean>;
  /** Who has items that are meant, from their terms alone; to ask about with `each`. */
  holders(which?: Which<V>): AsyncIterable<PersonId>;
  /** Sets terms of some items of a person, without opening them. Decided as `edit`. */
  setTerms(some: SomeItems<V> & { readonly set: Terms }): Promise<Counted>;
  /** Puts another value, or other terms, in place of one item's. Decided as `edit`. */
  change(one: OneItem<V> & NewContent): Promise<Counted | undefined>;
  /** Removes some items of a person, in bounded steps with a decision each. Decided as `erase`. */
  remove(some: SomeItems<V>): Promise<Counted>;
  removeOne(one: OneItem<V>): Promise<Counted | undefined>;
}
