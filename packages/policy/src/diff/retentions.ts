import { leaves, type RetentionTerm, retentionOf, type Words } from '../model/words.ts';
import { labelOf } from '../wording/labels.ts';
import type { DifferencePhrases } from '../wording/phrases.ts';
import { change } from './change.ts';
import type { Change } from './difference.ts';

/** Categories that are kept for another time than before, those of one old and one new term together. */
export function retentions(before: Words, after: Words): readonly Change[] {
  const known = leaves(after.categories).filter((name) => Object.hasOwn(before.categories, name));
  const groups = new Map<string, { was: Term; is: Term; categories: string[] }>();
  for (const category of known) {
    const [was, is] = [termOf(before, category), termOf(after, category)];
    if (was?.days === is?.days && was?.from === is?.from) continue;
    const key = [was?.days, was?.from, is?.days, is?.from].join();
    const group = groups.get(key) ?? { was, is, categories: [] };
    groups.set(key, group);
    group.categories.push(category);
  }
  return [...groups.values()].map(({ was, is, categories }) => {
    const longer = isLonger(was, is);
    const kind = longer ? 'retention-longer' : 'retention-shorter';
    const say = (phrases: DifferencePhrases, term: Term) =>
      term === undefined ? phrases.unbounded : phrases.retention(term.days, term.from);
    const told = change(kind, longer, after, (phrases, language) =>
      phrases.kept(
        categories.map((category) => labelOf(after, 'categories', category, language)),
        say(phrases, was),
        say(phrases, is),
      ),
    );
    return { ...told, about: { categories } };
  });
}

type Term = RetentionTerm | undefined;

function termOf(words: Words, category: string): Term {
  const name = retentionOf(words, category);
  return name === undefined ? undefined : words.retentions[name];
}

/** Counted from the end, it may be longer however few the days; without a term it has no end. */
function isLonger(was: Term, is: Term): boolean {
  if (was === undefined || is === undefined) return is === undefined;
  if (was.from !== is.from) return is.from === 'end' || is.days > was.days;
  return is.days > was.days;
}
