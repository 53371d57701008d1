import { PolicyError } from '../fault.ts';
import type { Policy } from '../model/policy.ts';
import type { Dimension } from '../model/rule.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';

/** What a question or a set of questions is about, in labels. */
export type Labels = Readonly<Record<Dimension, readonly string[]>>;

/**
 * The connecting words of one language. All else that this package says is in the words of the policy;
 * labels are put in as they are, so the phrases ask for no inflection.
 */
export interface Phrases {
  /** An act: what is done with what, for whom, what for. */
  act(labels: Labels): string;
  /** Stands for all the words of a dimension. */
  readonly anything: Readonly<Record<Dimension, string>>;
  and(items: readonly string[]): string;
  or(items: readonly string[]): string;
  /** Puts labels side by side. */
  list(items: readonly string[]): string;
  /** A condition on its own: what must hold, and what must not. */
  condition(when: string | undefined, unless: string | undefined): string;
  group(text: string): string;
  not(clause: string): string;
  unknown(clause: string): string;
  /** What holds when a condition is empty. */
  readonly always: string;
  readonly never: string;

  permitted(act: string): string;
  refused(act: string): string;
  counterexample(act: string, sentence: string, facts: readonly string[]): string;

  readonly difference: DifferencePhrases;
  readonly page: PagePhrases;
}

/** A change to the register of cookies. `other`: for another purpose, by somebody else, or read by more. */
export type CookieKind =
  | 'cookie-new'
  | 'cookie-other'
  | 'cookie-longer'
  | 'cookie-shorter'
  | 'cookie-gone';

/** A cookie as it is told: its name, what it does, what for. */
interface CookieSaid {
  readonly name: string;
  readonly label: string;
  readonly purpose: string;
}

/** How a change from one policy to the next is told. `act` may carry its condition. */
export interface DifferencePhrases {
  possible(act: string, facts: readonly string[]): string;
  wider(act: string, facts: readonly string[]): string;
  narrower(act: string, facts: readonly string[]): string;
  impossible(act: string, facts: readonly string[]): string;
  kept(categories: readonly string[], before: string, after: string): string;
  unbounded: string;
  retention(days: number, from: 'collection' | 'end'): string;
  dutyGone(duty: string): string;
  dutyNew(duty: string): string;
  dutyLater(duty: string): string;
  dutySooner(duty: string): string;
  dutyLooser(duty: string): string;
  dutyStricter(duty: string): string;
  evidenceLooser(fact: string): string;
  evidenceStricter(fact: string): string;
  dutyDropped(duty: string, act: string): string;
  promiseGone(sentence: string, promise: string): string;
  promiseLess(sentence: string, act: string): string;
  recipientNew(recipient: string): string;
  recipientGone(recipient: string): string;
  regionNew(region: string): string;
  regionGone(region: string): string;
  publicNew(category: string): string;
  publicGone(category: string): string;
  onlineNew(category: string): string;
  onlineGone(category: string): string;
  readonly cookie: Readonly<Record<CookieKind, (cookie: CookieSaid) => string>>;
}

/** The fixed words of a rendered page. */
interface PagePhrases {
  readonly access: string;
  readonly disclosure: string;
  readonly recipient: string;
  readonly information: string;
  readonly purpose: string;
  readonly condition: string;
  readonly sentence: string;
  readonly cookies: string;
  readonly cookie: string;
  readonly setBy: string;
  readonly life: string;
  lives(days: number | undefined): string;
  readonly nothing: string;
  readonly separate: string;
  readonly contents: string;
  /** What unfolds the marks of these laws. */
  laws(named: string): string;
  readonly marks: Readonly<
    Record<'as-written' | 'with-a-safeguard' | 'your-decision-needed', string>
  >;
}

/**
 * The phrases for a language, by its first subtag. Where this package does not speak the language of a
 * policy it connects the policy's words in English; `check` warns of that.
 */
export function phrasesFor(language: string): Phrases {
  return spoken.get(language.split('-', 1)[0]!.toLowerCase()) ?? english;
}

const spoken: ReadonlyMap<string, Phrases> = new Map([
  ['en', english],
  ['zh', chinese],
]);

/** Whether this package has phrases of its own for a language. */
export function speaks(language: string): boolean {
  return spoken.has(language.split('-', 1)[0]!.toLowerCase());
}

/** Throws `AVOW_UNKNOWN_LANGUAGE` unless the policy is written in the language. */
export function requireLanguage(policy: Policy, language: string): void {
  const { languages } = policy.vocabulary;
  if (languages.includes(language)) return;
  const message = `The policy is written in ${languages.join(', ')}, not in the language asked for.`;
  throw new PolicyError('AVOW_UNKNOWN_LANGUAGE', message);
}
