import { numbered } from '../compile/numbered.ts';
import { permitsCookie } from '../model/cookie.ts';
import type { Policy } from '../model/policy.ts';
import { labelOf } from '../wording/labels.ts';
import { phrasesFor } from '../wording/phrases.ts';
import type { Table } from './tables.ts';

/** Which cookies there are: each with its name, what it is for, who sets it and how long it lives. */
export function cookieTable(policy: Policy, language: string): Table {
  const { page } = phrasesFor(language);
  const words = policy.vocabulary;
  const permits = numbered(policy, 'permit');
  const rows = Object.entries(policy.cookies ?? {}).map(([name, cookie]) => {
    const theirs = permits.filter(({ backing }) => permitsCookie(backing, cookie));
    return {
      cells: [
        name,
        cookie.label[language] ?? '',
        labelOf(words, 'purposes', cookie.purpose, language),
        labelOf(words, 'recipients', cookie.by, language),
        page.lives(cookie.days),
      ],
      sentences: [...new Set(theirs.map(({ sentence }) => sentence))],
    };
  });
  const { cookie, information, purpose, setBy, life, sentence } = page;
  const columns = [cookie, information, purpose, setBy, life, sentence];
  return { id: 'cookies', title: page.cookies, columns, rows };
}
