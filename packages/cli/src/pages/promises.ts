import type { Promised } from '../policy/promises.ts';
import { count } from '../words/number.ts';
import { bad, type Cell, good, type Said } from '../words/page.ts';

/** One line on a promise: its name, what became of it, how that is known. */
export function promiseRow(name: string, promise: Promised, language: string): readonly Cell[] {
  return [name, verdict(promise), ground(promise, language)];
}

function verdict({ kind, kept }: Promised): Said {
  if (kind === 'enforced' && !kept) return bad('untested');
  return kept ? good(kind) : bad(kind);
}

function ground(promise: Promised, language: string): string {
  switch (promise.kind) {
    case 'proven':
      return `in ${count(promise.situations, 'situation')}`;
    case 'broken':
      return promise.counterexample.words[language] ?? '';
    case 'enforced':
      return promise.kept ? `shown by ${promise.test}` : `there is no ${promise.test}`;
  }
}

/** What came of all of them: `3 proven, 1 enforced`. */
export function promisesTold(promises: readonly Promised[]): string {
  const tally = (kind: Promised['kind'], kept: boolean, word: string): string[] => {
    const some = promises.filter((promise) => promise.kind === kind && promise.kept === kept);
    return some.length === 0 ? [] : [`${some.length} ${word}`];
  };
  if (promises.length === 0) return 'none';
  return [
    ...tally('proven', true, 'proven'),
    ...tally('enforced', true, 'enforced'),
    ...tally('enforced', false, 'untested'),
    ...tally('broken', false, 'broken'),
  ].join(', ');
}
