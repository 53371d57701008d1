import { PolicyError } from '../fault.ts';
import { dimensions, type Place } from '../model/rule.ts';
import { leaves, type Words } from '../model/words.ts';

/**
 * The error for a question whose words the policy lacks. It does not repeat the word that was given:
 * that is input, and may be anything.
 */
export function unknownWord(words: Words, given: Place): PolicyError {
  const lacking = dimensions.filter(
    (dimension) => !leaves(words[dimension]).includes(given[dimension]),
  );
  const faults = lacking.map((dimension) => ({
    where: dimension,
    what: `no such word to ask about; the nearest are ${nearest(given[dimension], leaves(words[dimension])).join(', ')}`,
  }));
  return new PolicyError(
    'AVOW_UNKNOWN_WORD',
    'The question uses words that the policy lacks.',
    faults,
  );
}

/** Input of any length may come here; no known word is near one that is much longer. */
const LONGEST_WORD = 64;

/** The three known words that take the fewest edits to reach. */
function nearest(given: string, known: readonly string[]): readonly string[] {
  // Callers without types may pass anything.
  const start = String(given).slice(0, LONGEST_WORD);
  return known
    .map((word) => ({ word, edits: edits(start, word) }))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Levenshtein's distance. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const letter of from) {
    const next = [row[0]! + 1];
    for (let index = 1; index <= to.length; index++) {
      const replaced = row[index - 1]! + (letter === to[index - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[index]! + 1, next[index - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
