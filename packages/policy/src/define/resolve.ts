import type { Fault } from '../fault.ts';
import type { Condition } from '../model/condition.ts';
import type { Selection } from '../model/rule.ts';
import type { Backing, Clause, SentenceId } from '../model/sentence.ts';
import type { BackingDraft } from './backing.ts';
import type { ClauseDraft } from './clause.ts';
import { any, type Written } from './condition.ts';
import type { Draft } from './rule.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './word.ts';

/** Turns a clause as written into plain data: words into names, sentences into numbered ones. */
export function resolveClause(draft: ClauseDraft, vocabulary: Vocabulary, faults: Fault[]): Clause {
  const sentences = draft.sentences.map(({ text, backings }, index) => {
    const id = `${draft.id}.${index + 1}` as SentenceId;
    const fault = (what: string) => faults.push({ where: `sentence ${id}`, what });
    const name: Name = (word) => {
      if (word !== undefined && !vocabulary.owns(word)) {
        fault(`"${called(word)}" is not of this vocabulary`);
      }
      return called(word);
    };
    for (const missing of backings.flatMap(unstated)) {
      fault(`a permit must say its ${missing}, if only as any`);
    }
    return { id, text, backings: backings.map((backing) => resolveBacking(backing, name)) };
  });
  return { id: draft.id, title: draft.title, sentences };
}

/** What a permit has left open. The types refuse it too; JavaScript and casts have none. */
function unstated(backing: BackingDraft): readonly string[] {
  if (!('draft' in backing) || backing.draft.kind !== 'permit') return [];
  const { draft } = backing;
  return (['categories', 'recipients', 'purposes'] as const).filter(
    (one) => draft[one] === undefined,
  );
}

/**
 * Gives the name of a word, noting a fault where the word is foreign. One that is misspelt,
 * `words.category.emial`, is undefined, which only TypeScript says before: it is called so, and then is not
 * among the words.
 */
type Name = (word: Word | undefined) => string;

const called = (word: Word | undefined): string => String(word?.name ?? word);

function resolveBacking(backing: BackingDraft, name: Name): Backing {
  if ('draft' in backing) return resolveRule(backing.draft, name);
  switch (backing.kind) {
    case 'promise':
      return { kind: 'never', ...scope(backing.never, name) };
    case 'duty':
      return { kind: 'duty', duty: name(backing.duty) };
    case 'enforced':
    case 'information':
    case 'rest':
      return backing;
  }
}

function resolveRule(draft: Draft<'permit'> | Draft<'forbid'>, name: Name): Backing {
  switch (draft.kind) {
    case 'permit':
      return { kind: 'permit', ...scope(draft, name), duties: draft.duties.map(name) };
    case 'forbid':
      return { kind: 'forbid', ...scope(draft, name) };
  }
}

function scope(draft: Draft<'permit' | 'forbid' | 'never'>, name: Name) {
  const select = (given: readonly unknown[] | undefined): Selection =>
    given === undefined || given[0] === any ? 'any' : (given as readonly Word[]).map(name);
  return {
    actions: select(draft.actions),
    purposes: select(draft.purposes),
    categories: select(draft.categories),
    recipients: select(draft.recipients),
    condition: condition(draft.conditions, name),
  };
}

function condition(conjuncts: readonly Written[], name: Name): Condition {
  const named = (written: Written | undefined): Condition => {
    if (typeof written !== 'object') return { fact: name(written) };
    if ('all' in written) return together(written.all.map(named));
    if ('any' in written) return { any: written.any.map(named) };
    if ('not' in written) return { not: named(written.not) };
    return { fact: name(written) };
  };
  return together(conjuncts.map(named));
}

/** `.when(a)` and `.unless(b)` each bring a conjunction; nested ones are one. */
function together(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((one) => ('all' in one ? one.all : [one]));
  return flat.length === 1 && flat[0] !== undefined ? flat[0] : { all: flat };
}
