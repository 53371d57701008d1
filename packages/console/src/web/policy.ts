import { findSentence, type Remedy } from '@avow/policy';
import { type AnswerOptions, answer, because, cite, type Markup } from '@avow/server/look';
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
    purposes: (names: readonly string[]) => listed.format(names.map(label(purposes))),
    sentence: (id: string) => findSentence(policy, id)?.text[language],
  };
}

/** A sentence's number, linked to its place in the policy. */
export const cited = ({ place, language }: Reading, sentence: string): Markup =>
  cite({ sentence, language, policy: place.policy ?? '/policy' });

/** “because 2.a.5: ‘…’”, for a sentence of the policy in force. */
export function citing(visit: Reading, sentence: string): Markup {
  const { place, language } = visit;
  const text = policyWords(visit).sentence(sentence);
  return because({ sentence, text, language, policy: place.policy ?? '/policy' });
}

/** A decision, or what would be decided now, which has no record yet. */
interface Answered {
  readonly permitted: boolean;
  readonly sentence: string;
  readonly missing?: readonly Remedy[];
  readonly entry?: string;
  readonly at?: number;
}

/** What the policy answers, as a panel: what came of it, because of which sentence, what is missing. */
export function answered(
  visit: Reading,
  { permitted, sentence, missing = [], entry, at }: Answered,
  said: Pick<AnswerOptions, 'title' | 'body'>,
): Markup {
  const { place, language } = visit;
  return answer({
    ...said,
    ...{ permitted, sentence, language, policy: place.policy ?? '/policy' },
    text: policyWords(visit).sentence(sentence),
    missing: missing.map(({ steps }) => steps.map(({ how, fact }) => how[language] ?? fact)),
    ...(entry !== undefined && { entry }),
    ...(at !== undefined && { at }),
  });
}

/** As a sentence or a cell of a table begins. */
export const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
