import { findSentence, type Remedy, type Words } from '@avow/policy';
import { type AnswerOptions, answer, because, html, type Markup } from '@avow/server/look';
import type { Decided } from 'avow';
import type { Market } from '../market.ts';
import type { Visit } from './visit.ts';

/** The words of the policy in the reader's language: names of its categories, texts of its sentences. */
export function policyWords(market: Market, { language }: Visit) {
  const { policy } = market.avow.policy.current();
  const terms: Words['categories'] = policy.vocabulary.categories;
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  // A record may be older than the vocabulary: a word that is gone is told by its name.
  const category = (name: string) => terms[name]?.label[language] ?? name;
  return {
    category,
    categories: (names: readonly string[]) => listed.format(names.map(category)),
    sentence: (id: string) => findSentence(policy, id)?.text[language],
  };
}

/** “because 2.a.4: ‘…’”, for a sentence of the policy in force. */
export function citing(market: Market, visit: Visit, sentence: string): Markup {
  const text = policyWords(market, visit).sentence(sentence);
  return because({ sentence, text, language: visit.language });
}

/** What the policy answered, as a panel: what came of it, because of which sentence, what is missing. */
export function answered(
  market: Market,
  visit: Visit,
  decided: Decided<unknown>,
  said: Pick<AnswerOptions, 'title' | 'body'>,
): Markup {
  const { language } = visit;
  return answer({
    ...said,
    permitted: decided.permitted,
    sentence: decided.sentence,
    text: policyWords(market, visit).sentence(decided.sentence),
    language,
    entry: decided.entry,
    at: decided.at,
    missing: decided.permitted ? [] : remedies(decided.missing, language),
  });
}

/** What came of a decision that was made earlier, from its line in the history. */
export function keptAnswer(
  market: Market,
  visit: Visit,
  what: Pick<AnswerOptions, 'permitted' | 'sentence' | 'entry' | 'at'> & {
    readonly categories: readonly string[];
  },
): Markup {
  const { language, words } = visit;
  const spoken = policyWords(market, visit);
  const { categories, ...decided } = what;
  const title = what.permitted ? words.joined.kept : words.answer.refused;
  const text = spoken.sentence(what.sentence);
  const body = html`<p>${spoken.categories(categories)}</p>`;
  return answer({ ...decided, title, text, language, body });
}

/** Each way to a permission, as the steps it takes, in the reader's language. */
const remedies = (missing: readonly Remedy[], language: string): string[][] =>
  missing.map(({ steps }) => steps.map(({ how, fact }) => how[language] ?? fact));
