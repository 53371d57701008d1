import type { Words } from '@avow/policy';
import type { EvidenceRow, Vault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { asConsentId, asPartyId, asPersonId } from '../door/ids.ts';
import { word, wordList } from '../door/words.ts';
import type { Choice, Consents } from '../face/consents.ts';
import type { PersonId } from '../face/ids.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { choiceFrom } from '../register/choice.ts';
import { choose } from './choose.ts';
import { consentFrom } from './consent.ts';
import { questionText } from './question.ts';
import { withdraw } from './withdraw.ts';

/** What people allowed, refused and withdrew: each choice specific, each with the question they read. */
export function consentsOf(deployment: Deployment): Consents<Words> {
  const words = () => deployment.policy.current().policy.vocabulary;
  const newest = withNewestWords(deployment.policy);
  return {
    question: (choice) => questionText(words(), wordsOf(choice, words()), deployment.nameOf),
    give: newest(async (choice) => choose(deployment, 'given', choiceOf(choice, words()), choice)),
    refuse: newest(async (choice) =>
      choose(deployment, 'refused', choiceOf(choice, words()), choice),
    ),
    withdraw: async (what) =>
      withdraw(deployment, asPersonId(what.person), asConsentId(what.consent), what),

    async list(person) {
      const id = asPersonId(person);
      const rows = await standingChoices(deployment.vault, id);
      return rows
        .map((row) => consentFrom(choiceFrom(row), row))
        .sort((a, b) => b.at - a.at || (a.consent < b.consent ? 1 : -1));
    },
  };
}

/** A person's choices that count, from all they ever made. */
async function standingChoices(vault: Vault, person: PersonId): Promise<EvidenceRow[]> {
  const standing: EvidenceRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = {
      table: 'evidence',
      by: 'person',
      equals: [person, 'consent'],
      limit: 1_000,
    } as const;
    const [rows] = await vault.read([{ ...page, ...(after ? { after } : {}) }]);
    standing.push(...rows.filter(({ ref }) => ref !== null));
    if (rows.length < page.limit) return standing;
    after = rows.at(-1)?.id;
  }
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
