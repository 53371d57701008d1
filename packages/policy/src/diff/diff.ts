import { axioms } from '../compile/axioms.ts';
import type { Box } from '../compile/diagram.ts';
import { type Policy, partOf } from '../model/policy.ts';
import { dimensions } from '../model/rule.ts';
import type { Words } from '../model/words.ts';
import { inEach, labelOf, labelsOf } from '../wording/labels.ts';
import { phrasesFor } from '../wording/phrases.ts';
import { summarise } from '../wording/summary.ts';
import { joinBoxes } from './boxes.ts';
import { compareCookies } from './cookies.ts';
import { compareDecisions } from './decisions.ts';
import type { Change, Difference } from './difference.ts';
import type { Finding } from './finding.ts';
import { comparePromises } from './promises.ts';
import { compareTerms } from './terms.ts';
import { compareTexts } from './texts.ts';
import { unite } from './unite.ts';

/**
 * How a policy differs from an earlier one, in words. Exact over places and states: something is told
 * as possible or impossible just when some state that the axioms allow shows it, each fact in it true
 * or false. (Where policies differ only as long as a fact is unknown, they agree on whatever is the
 * case, and nothing is told.) Major is what people have to be told of ahead of time: more is permitted,
 * something is kept longer, a duty, a promise or a right is less, a recipient or region is new.
 */
export function diff(before: Policy, after: Policy): Difference {
  const changes = [
    ...compareBackings(before, after),
    ...compareTerms(before, after),
    ...compareCookies(before, after),
  ];
  const because = changes.filter(({ major }) => major);
  return { changes, major: because.length > 0, because, texts: compareTexts(before, after) };
}

function compareBackings(before: Policy, after: Policy): readonly Change[] {
  const words = unite(before.vocabulary, after.vocabulary);
  const { names } = axioms(words.facts);
  const groups = new Map<string, { finding: Finding; boxes: Box[] }>();
  const found = [...compareDecisions(before, after), ...comparePromises(before, after)];
  for (const { boxes, ...finding } of found) {
    const key = JSON.stringify(Object.values(finding).map(String));
    const group = groups.get(key) ?? { finding, boxes: [] };
    group.boxes.push(...boxes());
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ finding, boxes }) =>
    joinBoxes(boxes).map((places) => {
      const facts = names(finding.truths);
      const said = inEach(words, (language) => say(finding, facts, places, words, language));
      const { kind, sentence } = finding;
      return { kind, sentence, places, facts, major: isMajor(finding, before), words: said };
    }),
  );
}

/** What the Supplement grants is a right: to lose any of it is major too. */
function isMajor({ kind, sentence }: Finding, before: Policy): boolean {
  switch (kind) {
    case 'possible':
    case 'wider':
    case 'duty-dropped':
    case 'promise-less':
      return true;
    case 'narrower':
    case 'impossible':
      return partOf(before, sentence)?.separate === true;
  }
}

function say(
  { kind, sentence, duty }: Finding,
  facts: readonly string[],
  places: Box,
  words: Words,
  language: string,
): string {
  const phrases = phrasesFor(language);
  const selected = Object.fromEntries(
    dimensions.map((dimension) => [dimension, summarise(places[dimension], words[dimension])]),
  ) as Parameters<typeof labelsOf>[1];
  const act = phrases.act(labelsOf(words, selected, phrases.anything, language));
  const clauses = facts.map((fact) => labelOf(words, 'facts', fact, language));
  switch (kind) {
    case 'possible':
    case 'wider':
    case 'narrower':
    case 'impossible':
      return phrases.difference[kind](act, clauses);
    case 'duty-dropped':
      return phrases.difference.dutyDropped(labelOf(words, 'duties', duty ?? '', language), act);
    case 'promise-less':
      return phrases.difference.promiseLess(sentence, act);
  }
}
