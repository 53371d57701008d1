import { type MarkKind, type Policy, partOf } from '../model/policy.ts';
import type { Sentence } from '../model/sentence.ts';
import { phrasesFor, requireLanguage } from '../wording/phrases.ts';
import { cookieTable } from './cookie-table.ts';
import { accessTable, disclosureTable, type Table } from './tables.ts';

/** A policy laid out in one language, before it becomes HTML or Markdown. */
export interface Document {
  readonly language: string;
  readonly title: string;
  readonly parts: readonly PartSection[];
  /** Made from the rules: who can access what, when it is disclosed, which cookies there are. */
  readonly tables: readonly Table[];
}

interface PartSection {
  readonly id: string;
  readonly title: string;
  /** What is said of a part that stands apart. */
  readonly separate: string | undefined;
  readonly clauses: readonly {
    readonly id: string;
    readonly title: string;
    readonly sentences: readonly Line[];
  }[];
}

/** A sentence, and beside it what laws say of it. */
export interface Line {
  readonly id: string;
  readonly text: string;
  /** What unfolds the marks; empty without any. */
  readonly laws: string;
  readonly marks: readonly {
    readonly law: string;
    readonly kind: MarkKind;
    readonly label: string;
    readonly note: string;
  }[];
}

/** Lays out a policy. `laws` are the profiles whose marks are shown. Throws `AVOW_UNKNOWN_LANGUAGE`. */
export function layOut(policy: Policy, language: string, laws: readonly string[]): Document {
  requireLanguage(policy, language);
  const { page } = phrasesFor(language);
  const parts = policy.parts.map((part) => ({
    id: part.id,
    title: part.title[language] ?? '',
    separate: part.separate === true ? page.separate : undefined,
    clauses: policy.clauses
      .filter(({ id }) => partOf(policy, id) === part)
      .map(({ id, title, sentences }) => ({
        id,
        title: title[language] ?? '',
        sentences: sentences.map((sentence) => line(sentence, policy, language, laws)),
      })),
  }));
  const tables = [
    accessTable(policy, language),
    disclosureTable(policy, language),
    ...(policy.cookies === undefined ? [] : [cookieTable(policy, language)]),
  ];
  return { language, title: policy.title[language] ?? '', parts, tables };
}

function line(
  { id, text }: Sentence,
  policy: Policy,
  language: string,
  laws: readonly string[],
): Line {
  const { page, list } = phrasesFor(language);
  const marks = policy.profiles
    .filter((profile) => laws.includes(profile.id))
    .flatMap(({ id: law, marks }) => {
      const mark = Object.hasOwn(marks, id) ? marks[id] : undefined;
      if (mark === undefined) return [];
      return [
        { law, kind: mark.mark, label: page.marks[mark.mark], note: mark.note[language] ?? '' },
      ];
    });
  const named = list(marks.map(({ law }) => law));
  return { id, text: text[language] ?? '', laws: marks.length > 0 ? page.laws(named) : '', marks };
}
