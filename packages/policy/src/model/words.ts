import type { TextIn } from './text.ts';

/** What every word has: a label in each language and, where there is one, its concept in W3C DPV 2.3. */
export interface Term<L extends string = string> {
  readonly label: TextIn<L>;
  readonly dpv?: string;
}

/** Something done with personal information. `outward`: by it information leaves the platform. */
export interface ActionTerm<L extends string = string> extends Term<L> {
  readonly outward?: boolean;
}

/** What an action is for. Dots in the names make the tree. */
export interface PurposeTerm<L extends string = string> extends Term<L> {}

/**
 * A kind of personal information. Dots in the names make the tree. `retention` names the class that
 * says how long it is kept; a leaf without one has its nearest ancestor's. `online`: its key is never
 * handed out, it is read through the platform each time. `public`: a leaf that law itself makes public
 * of an organisation; it lies outside the policy, so that anyone may read it and nothing is decided.
 */
export interface CategoryTerm<L extends string = string> extends Term<L> {
  readonly retention?: string;
  readonly online?: boolean;
  readonly public?: boolean;
}

/** A class of those who receive (a class, not a party). `inside`: the platform itself or its affiliates. */
export interface RecipientTerm<L extends string = string> extends Term<L> {
  readonly inside?: boolean;
}

/**
 * Something that is true, false or not known of the request at hand. Its label is a clause that can
 * stand after "because" or "unless". `from` names the kind of record that it is read from;
 * `obtainable`, who can bring it about and how; `audience`, who may learn of it. Axioms: when it is
 * true, all it `implies` is true, and all it `excludes` is false. `attested`: the fact is the policy's own,
 * and is read from attestations on record (then `from` is `attestation`).
 */
export interface FactTerm<L extends string = string> {
  readonly label: TextIn<L>;
  readonly from: string;
  readonly obtainable?: { readonly by: string; readonly how: TextIn<L> };
  readonly audience: readonly string[];
  readonly implies?: readonly string[];
  readonly excludes?: readonly string[];
  readonly attested?: Attested;
}

/**
 * On what terms somebody's word makes a fact true: how many different members of staff sign for it
 * (`signatures`; none: the platform writes it down by itself), for how many `days` it stands at most, and
 * whether it is about the one who receives (`recipient`) or about the person alone.
 */
export interface Attested {
  readonly signatures: number;
  readonly days: number;
  readonly recipient?: boolean;
}

/** What a fact that is `attested` is read from. */
export const ATTESTATION = 'attestation';

/**
 * Something owed, `on` an event or along with a permitted act, `withinDays` of it. `limits` are numbers
 * that it is carried out by, each by its name: what lies above one is acted on, so a higher one owes less.
 */
export interface DutyTerm<L extends string = string> extends Term<L> {
  readonly withinDays?: number;
  readonly on?: string;
  readonly limits?: Readonly<Record<string, number>>;
}

/** How long something is kept: `days`, counted from its collection or from the end of the relation. */
export interface RetentionTerm<L extends string = string> extends Term<L> {
  readonly days: number;
  readonly from: 'collection' | 'end';
}

/** A place where information is kept; `country` is an ISO 3166-1 alpha-2 code. */
export interface RegionTerm<L extends string = string> extends Term<L> {
  readonly country: string;
}

/** A vocabulary as plain data: every word that a policy is made of, by kind and name. */
export interface Words<L extends string = string> {
  readonly languages: readonly L[];
  readonly actions: Readonly<Record<string, ActionTerm<L>>>;
  readonly purposes: Readonly<Record<string, PurposeTerm<L>>>;
  readonly categories: Readonly<Record<string, CategoryTerm<L>>>;
  readonly recipients: Readonly<Record<string, RecipientTerm<L>>>;
  readonly facts: Readonly<Record<string, FactTerm<L>>>;
  readonly duties: Readonly<Record<string, DutyTerm<L>>>;
  readonly retentions: Readonly<Record<string, RetentionTerm<L>>>;
  readonly regions: Readonly<Record<string, RegionTerm<L>>>;
}

/** The kinds of words. */
export const kinds = [
  'actions',
  'purposes',
  'categories',
  'recipients',
  'facts',
  'duties',
  'retentions',
  'regions',
] as const;
/** A kind of words. */
export type Kind = (typeof kinds)[number];

/** Names with no other name below them: what a request may name. */
type LeafOf<N extends string> = {
  [K in N]: Extract<N, `${K}.${string}`> extends never ? K : never;
}[N];

/** The languages of a vocabulary, as BCP 47 tags. */
export type Language<V extends Words> = V['languages'][number];
// By `infer` an error of the compiler lists the names there are, in place of the whole vocabulary.

/** The actions of a vocabulary, by name. */
export type ActionName<V extends Words> = keyof V['actions'] & string extends infer N extends string
  ? N
  : never;
/** The purposes of a vocabulary, by name; inner ones too. */
export type PurposeName<V extends Words> =
  LeafOf<keyof V['purposes'] & string> extends infer N extends string ? N : never;
/** The categories of a vocabulary, by name; inner ones too. */
export type CategoryName<V extends Words> =
  LeafOf<keyof V['categories'] & string> extends infer N extends string ? N : never;
/** The classes of recipients of a vocabulary, by name. */
export type RecipientName<V extends Words> = keyof V['recipients'] & string;
/** The facts of a vocabulary, by name. */
export type FactName<V extends Words> = keyof V['facts'] & string;

/** Whether `name` is `ancestor` or lies below it in the tree that dots make. */
export function within(name: string, ancestor: string): boolean {
  return name === ancestor || name.startsWith(`${ancestor}.`);
}

/** The names that have no other name below them, sorted by code unit. */
export function leaves(terms: Readonly<Record<string, unknown>>): readonly string[] {
  const names = Object.keys(terms).sort();
  const inner = new Set(names.flatMap(ancestorsOf));
  return names.filter((name) => !inner.has(name));
}

function ancestorsOf(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return [];
  const parent = name.slice(0, dot);
  return [parent, ...ancestorsOf(parent)];
}

/** The retention class of a category: its own, else that of its nearest ancestor that has one. */
export function retentionOf(words: Words, category: string): string | undefined {
  const own = words.categories[category]?.retention;
  const dot = category.lastIndexOf('.');
  return own ?? (dot < 0 ? undefined : retentionOf(words, category.slice(0, dot)));
}

/**
 * Whether a category is read through the platform each time, and its key never handed out: by its own
 * word, else by that of the nearest branch above it that says anything.
 */
export function isOnline(words: Words, category: string): boolean {
  const own = Object.hasOwn(words.categories, category)
    ? words.categories[category]?.online
    : undefined;
  const dot = category.lastIndexOf('.');
  return own ?? (dot >= 0 && isOnline(words, category.slice(0, dot)));
}
