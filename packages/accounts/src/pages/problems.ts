import { faults, type Markup } from '@avow/server/look';
import type { Invalid } from '../face.ts';
import type { PageWords } from './words/index.ts';

/** What is wrong with a form, by the names of its fields. */
export type Wrong = Readonly<Record<string, string>>;

/** The library's names for what is wrong, as the fields of these forms are called and as people read. */
export const wrongIn = (
  { fields }: Invalid,
  { problem, join }: PageWords,
  fieldOf: Readonly<Record<string, string>> = {},
): Wrong =>
  Object.fromEntries(
    fields.map(({ name, problem: kind }) => {
      const field = fieldOf[name] ?? name;
      if (kind === 'not-asked-for') return [field, join.notAsked(name)];
      if (kind === 'malformed' && name === 'address') return [field, problem.malformedEmail];
      return [field, problem[kind]];
    }),
  );

/** Each fault linked to its field, and named by it where there are several of one kind. */
export const faultList = (
  language: string,
  wrong: Wrong,
  labels: Readonly<Record<string, string>> = {},
): Markup =>
  faults(
    language,
    Object.entries(wrong).map(([name, error]) => {
      const label = labels[name];
      return { name, error: label === undefined ? error : named(label, error, language) };
    }),
  );

/** A label that is a question ends in its own mark. */
function named(label: string, error: string, language: string): string {
  const isAsked = /[?？]$/.test(label);
  const [colon, space] = language.startsWith('zh') ? ['：', ''] : [': ', ' '];
  return `${label}${isAsked ? space : colon}${error}`;
}
