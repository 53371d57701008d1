import type { Words } from '@avow/policy';
import { AvowError } from '../fault.ts';
import { malformed } from './text.ts';

/** The most categories or purposes that one request may name. */
export const MOST_WORDS = 100;

/** The kinds of words that a request may use. */
type Kind = 'actions' | 'purposes' | 'categories' | 'recipients' | 'languages';

const singular: Readonly<Record<Kind, string>> = {
  actions: 'an action',
  purposes: 'a purpose',
  categories: 'a category',
  recipients: 'a class of recipients',
  languages: 'a language',
};

/** A word of the policy with no other below it. */
export function word(field: string, value: unknown, kind: Kind, words: Words): string {
  if (typeof value !== 'string' || !isLeaf(value, kind, words)) {
    const what = `is not ${singular[kind]} that a request may name under the policy in force`;
    throw new AvowError('AVOW_UNKNOWN_WORD', what, field);
  }
  return value;
}

/** At least one word, none twice. */
export function wordList(field: string, value: unknown, kind: Kind, words: Words): string[] {
  const given = list(field, value);
  const found = given.map((each, index) => word(`${field}[${index}]`, each, kind, words));
  if (new Set(found).size < found.length) throw malformed(field, 'must not name anything twice');
  return found;
}

/** A list that is not empty, and no longer than a request may name. */
export function list(field: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed(field, 'must be a list');
  if (value.length === 0) throw malformed(field, 'must not be empty');
  if (value.length > MOST_WORDS) throw malformed(field, `must name at most ${MOST_WORDS}`);
  return value;
}

function isLeaf(value: string, kind: Kind, words: Words): boolean {
  if (kind === 'languages') return words.languages.includes(value);
  if (kind === 'purposes' || kind === 'categories') return leavesOf(words[kind]).has(value);
  return Object.hasOwn(words[kind], value);
}

/** By a tree of words, which is frozen with its policy: every request asks. */
const leaves = new WeakMap<object, ReadonlySet<string>>();

function leavesOf(tree: Words['purposes'] | Words['categories']): ReadonlySet<string> {
  const known = leaves.get(tree);
  if (known !== undefined) return known;
  const names = Object.keys(tree);
  const found = new Set(
    names.filter((name) => !names.some((other) => other.startsWith(`${name}.`))),
  );
  leaves.set(tree, found);
  return found;
}
