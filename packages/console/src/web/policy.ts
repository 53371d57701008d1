import { findSentence } from '@avow/policy';
import { because, cite, type Markup } from '@avow/server/look';
import type { Visit } from './visit.ts';

type Term = { readonly label: Readonly<Record<string, string>> };

/** The words of the policy in force in the reader's language: labels of its terms, texts of its sentences. */
export function policyWords({ place, language }: Visit) {
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
    purposes: (names: readonly string[]) => listed.format(names.map(label(purposes))),
    sentence: (id: string) => findSentence(policy, id)?.text[language],
  };
}

/** A sentence's number, linked to its place in the policy. */
export const cited = ({ place, language }: Visit, sentence: string): Markup =>
  cite({ sentence, language, policy: place.policy ?? '/policy' });

/** “because 2.a.5: ‘…’”, for a sentence of the policy in force. */
export function citing(visit: Visit, sentence: string): Markup {
  const { place, language } = visit;
  const text = policyWords(visit).sentence(sentence);
  return because({ sentence, text, language, policy: place.policy ?? '/policy' });
}

/** As a sentence or a cell of a table begins. */
export const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
