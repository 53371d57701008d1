import { findSentence, retentionOf, sentencesOf } from '@avow/policy';
import { type AnswerOptions, html, type Markup, none, strung } from '@avow/server/look';
import {
  decisionTold,
  type PolicyReading,
  sentenceCited,
  sentenceSaid,
} from '@avow/server/mounted';
import type { Decided, PersonId } from 'avow';
import type { Visit } from './visit.ts';

type Term = { readonly label: Readonly<Record<string, string>> };

/** The words of the policy in the reader's language: labels of its terms, texts of its sentences. */
export function policyWords({ centre, language }: Visit) {
  const { policy } = centre.avow.policy.current();
  const { actions, purposes, categories, recipients, retentions, facts } = policy.vocabulary;
  // A record may be older than the vocabulary: a word that is gone is told by its name.
  const label = (terms: Readonly<Record<string, Term>>) => (name: string) =>
    terms[name]?.label[language] ?? name;
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  const category = label(categories);
  return {
    action: label(actions),
    purpose: label(purposes),
    category,
    recipient: label(recipients),
    fact: (name: string) => facts[name]?.label[language] ?? name,
    retention: (name: string) => label(retentions)(retentionOf(policy.vocabulary, name) ?? ''),
    categories: (names: readonly string[]) => listed.format(names.map(category)),
    purposes: (names: readonly string[]) => strung(names.map(label(purposes)), language),
    sentence: (id: string) => findSentence(policy, id)?.text[language],
  };
}

const readingOf = ({ centre, language }: Visit): PolicyReading => ({
  inForce: centre.avow.policy.current().policy,
  language,
  policy: centre.policy,
});

/** A sentence's number, linked to its place in the policy. */
export const cited = (visit: Visit, sentence: string): Markup =>
  sentenceCited(readingOf(visit), sentence);

/**
 * Every sentence of the clause by which a person's own act is decided: what the policy says about it.
 * Asked about the history, which is kept of everybody.
 */
export async function clauseOn(
  visit: Visit,
  person: PersonId,
  action: 'export' | 'erase',
): Promise<Markup> {
  const { avow } = visit.centre;
  const { categories, clauses } = wordsAndClauses(visit);
  if (!Object.hasOwn(categories, 'history')) return none;
  const question = { person, purpose: 'rights', categories: ['history'], to: 'person' } as const;
  const { sentence } = await avow.preview(action, question);
  const clause = clauses.find(({ sentences }) => sentences.some(({ id }) => id === sentence));
  if (clause === undefined) return none;
  return html`<ul class="said">${clause.sentences.map(
    ({ id, text }) => html`<li>${cited(visit, id)} <span>${text[visit.language] ?? ''}</span></li>`,
  )}</ul>`;
}

function wordsAndClauses({ centre }: Visit) {
  const { clauses, vocabulary } = centre.avow.policy.current().policy;
  return { clauses, categories: vocabulary.categories };
}

/** “because 7.b.3: ‘…’”: the first sentence that owes this duty; nothing, if the policy owes it nowhere. */
export function owing(visit: Visit, duty: string): Markup {
  const sentence = sentencesOf(visit.centre.avow.policy.current().policy).find(({ backings }) =>
    backings.some((backing) => backing.kind === 'duty' && backing.duty === duty),
  );
  return sentence === undefined ? none : citing(visit, sentence.id);
}

/** “because S.2.1: ‘…’”, for a sentence of the policy in force. */
export const citing = (visit: Visit, sentence: string): Markup =>
  sentenceSaid(readingOf(visit), sentence);

/** What the policy answered, as a panel: what came of it, because of which sentence, what is missing. */
export const answered = (
  visit: Visit,
  decided: Decided<unknown>,
  said: Pick<AnswerOptions, 'title' | 'body'>,
): Markup => decisionTold(readingOf(visit), decided, said);
