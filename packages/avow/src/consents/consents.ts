import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asConsentId, asPartyId, asPersonId } from '../door/ids.ts';
import { word, wordList } from '../door/words.ts';
import type { Choice, Consents } from '../face/consents.ts';
import { choiceFrom } from '../register/choice.ts';
import { readNow } from '../rows/reading.ts';
import { choose } from './choose.ts';
import { consentFrom } from './consent.ts';
import { questionText } from './question.ts';
import { withdraw } from './withdraw.ts';

/** What people allowed, refused and withdrew: each choice specific, each with the question they read. */
export function consentsOf(deployment: Deployment): Consents<Words> {
  const words = () => deployment.policy.current().policy.vocabulary;
  return {
    question: (choice) => questionText(words(), wordsOf(choice, words())),
    give: async (choice) => choose(deployment, 'given', choiceOf(choice, words()), choice),
    refuse: async (choice) => choose(deployment, 'refused', choiceOf(choice, words()), choice),
    withdraw: async (what) =>
      withdraw(deployment, asPersonId(what.person), asConsentId(what.consent), what),

    async list(person) {
      const id = asPersonId(person);
      const all = {
        table: 'evidence',
        by: 'person',
        equals: [id, 'consent'],
        limit: 10_000,
      } as const;
      const rows = (await readNow(deployment.vault, all)).of(all);
      return rows
        .map((row) => consentFrom(choiceFrom(row), row))
        .sort((a, b) => b.at - a.at || (a.consent < b.consent ? 1 : -1));
    },
  };
}

function wordsOf(
  choice: Omit<Choice<Words>, 'person'>,
  words: Words,
): Omit<Choice<Words>, 'person'> {
  return {
    party: choice.party === 'platform' ? 'platform' : asPartyId(choice.party),
    action: word('action', choice.action, 'actions', words),
    purposes: wordList('purposes', choice.purposes, 'purposes', words).sort(),
    categories: wordList('categories', choice.categories, 'categories', words).sort(),
    language: word('language', choice.language, 'languages', words),
  };
}

function choiceOf(choice: Choice<Words>, words: Words): Choice<Words> {
  return { person: asPersonId(choice.person), ...wordsOf(choice, words) };
}
