import { leaves, type RetentionTerm, retentionOf, type Words } from '../model/words.ts';
import { labelOf } from '../wording/labels.ts';
import type { DifferencePhrases } from '../wording/phrases.ts';
import { change } from './change.ts';
import type { Change } from './difference.ts';

/** Categories that are kept for another time than before. */
export function retentions(before: Words, after: Words): readonly Change[] {
  const known = leaves(after.categories).filter((name) => Object.hasOwn(before.categories, name));
  return known.flatMap((category) => {
    const was = termOf(before, category);
    const is = termOf(after, category);
    if (was?.days === is?.days && was?.from === is?.from) return [];
    const longer = isLonger(was, is);
    const kind = longer ? 'retention-longer' : 'retention-shorter';
    const say = (phrases: DifferencePhrases, term: RetentionTerm | undefined) =>
      term === undefined ? phrases.unbounded : phrases.retention(term.days, term.from);
    const told = change(kind, longer, after, (phrases, language) =>
      phrases.kept(
        labelOf(after, 'categories', category, language),
        say(phrases, was),
        say(phrases, is),
      ),
    );
    return { ...told, about: { categories: [category] } };
  });
}

function termOf(words: Words, category: string): RetentionTerm | undefined {
  const name = retentionOf(words, category);
  return name === undefined ? undefined : words.retentions[name];
}

/** Counted from the end, it may be longer however few the days; without a term it has no end. */
function isLonger(was: RetentionTerm | undefined, is: RetentionTerm | undefined): boolean {
  if (was === undefined || is === undefined) return is === undefined;
  if (was.from !== is.from) return is.from === 'end' || is.days > was.days;
  return is.days > was.days;
}
