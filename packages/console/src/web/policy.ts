import { findSentence } from '@avow/policy';
import { type AnswerOptions, type Markup, strung } from '@avow/server/look';
import {
  type Decision,
  decisionTold,
  type PolicyReading,
  sentenceCited,
  sentenceSaid,
} from '@avow/server/mounted';
import type { Console, Visit } from './visit.ts';

/** What is needed of whoever reads: under which policy, in which language. */
type Reading = Pick<Visit, 'language'> & { readonly place: Pick<Console, 'avow' | 'policy'> };

type Term = { readonly label: Readonly<Record<string, string>> };

/** The words of the policy in force in the reader's language: labels of its terms, texts of its sentences. */
export function policyWords({ place, language }: Reading) {
  const { policy } = place.avow.policy.current();
  const { actions, purposes, categories, recipients, duties } = policy.vocabulary;
  // A record may be older than the vocabulary: a word that is gone is told by its name.
  const label = (terms: Readonly<Record<string, Term>>) => (name: string) =>
    terms[name]?.label[language] ?? name;
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  const order = Object.keys(categories);
  const inOrder = (names: readonly string[]) =>
    names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return {
    action: label(actions),
    purpose: label(purposes),
    category: label(categories),
    recipient: label(recipients),
    duty: label(duties),
    list: (said: readonly string[]) => listed.format(said),
    categories: (names: readonly string[]) => listed.format(inOrder(names).map(label(categories))),
    purposes: (names: readonly string[]) => strung(names.map(label(purposes)), language),
    sentence: (id: string) => findSentence(policy, id)?.text[language],
  };
}

const readingOf = ({ place, language }: Reading): PolicyReading => ({
  inForce: place.avow.policy.current().policy,
  language,
  policy: place.policy,
});

/** A sentence's number, linked to its place in the policy. */
export const cited = (visit: Reading, sentence: string): Markup =>
  sentenceCited(readingOf(visit), sentence);

/** “because 2.a.5: ‘…’”, for a sentence of the policy in force. */
export const citing = (visit: Reading, sentence: string): Markup =>
  sentenceSaid(readingOf(visit), sentence);

/** What the policy answers, as a panel. */
export const answered = (
  visit: Reading,
  decided: Decision,
  said: Pick<AnswerOptions, 'title' | 'body'>,
): Markup => decisionTold(readingOf(visit), decided, said);

/** As a sentence or a cell of a table begins. */
export const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
