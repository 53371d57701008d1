import { axioms } from '../compile/axioms.ts';
import { type Condition, factsIn } from '../model/condition.ts';
import { type Policy, sentencesOf } from '../model/policy.ts';
import { type Dimension, dimensions, type Permit, selects } from '../model/rule.ts';
import { type Kind, leaves, retentionOf, type Words, within } from '../model/words.ts';
import { speaks } from '../wording/phrases.ts';
import type { Finding, FindingCode } from './finding.ts';

/** Words that nothing uses, and words that do not do what they are for. */
export function checkWords(policy: Policy): readonly Finding[] {
  const words = policy.vocabulary;
  return [
    ...impossibleFacts(words),
    ...hiddenRemedies(words),
    ...unused(policy),
    ...unkept(words),
    ...unspoken(words),
    ...openly(policy),
  ];
}

function finding(severity: Finding['severity'], code: FindingCode, words: string): Finding {
  return { severity, code, words };
}

function impossibleFacts({ facts }: Words): readonly Finding[] {
  const { possible, bit } = axioms(facts);
  return Object.keys(facts)
    .filter((fact) => !possible(bit(fact)))
    .map((fact) =>
      finding('error', 'AVOW_FACT_IMPOSSIBLE', `the axioms never let "${fact}" be true`),
    );
}

function hiddenRemedies({ facts }: Words): readonly Finding[] {
  return Object.entries(facts)
    .filter(
      ([, { obtainable, audience }]) =>
        obtainable !== undefined && !audience.includes(obtainable.by),
    )
    .map(([fact]) =>
      finding(
        'warning',
        'AVOW_REMEDY_HIDDEN',
        `who could bring "${fact}" about may not learn of it`,
      ),
    );
}

function unused(policy: Policy): readonly Finding[] {
  const words = policy.vocabulary;
  const used = usedWords(policy);
  const kinds = [...dimensions, 'facts', 'duties', 'retentions'] as const;
  return kinds.flatMap((kind) =>
    Object.keys(words[kind])
      // A word of a tree is used where one above or below it is.
      .filter((name) => !used[kind].some((other) => within(name, other) || within(other, name)))
      .map((name) =>
        finding('warning', 'AVOW_WORD_UNUSED', `nothing uses "${name}" of the ${kind}`),
      ),
  );
}

function usedWords(policy: Policy): Readonly<Record<Exclude<Kind, 'regions'>, readonly string[]>> {
  const words = policy.vocabulary;
  const backings = sentencesOf(policy).flatMap((sentence) => sentence.backings);
  const scoped = backings.flatMap((one) => ('condition' in one ? [one] : []));
  const selected = (dimension: Dimension) =>
    scoped.flatMap((scope) => (scope[dimension] === 'any' ? [] : scope[dimension]));
  const axiomatic = Object.values(words.facts).flatMap(({ implies = [], excludes = [] }) => [
    ...implies,
    ...excludes,
  ]);
  return {
    actions: selected('actions'),
    purposes: selected('purposes'),
    categories: selected('categories'),
    recipients: selected('recipients'),
    facts: [...scoped.flatMap(({ condition }) => [...factsIn(condition)]), ...axiomatic],
    duties: backings.flatMap((one) =>
      one.kind === 'duty' ? [one.duty] : one.kind === 'permit' ? one.duties : [],
    ),
    retentions: Object.values(words.categories).flatMap(({ retention }) => retention ?? []),
  };
}

function unkept(words: Words): readonly Finding[] {
  return leaves(words.categories)
    .filter((category) => retentionOf(words, category) === undefined)
    .map((category) =>
      finding('warning', 'AVOW_RETENTION_MISSING', `nothing says how long "${category}" is kept`),
    );
}

function unspoken({ languages }: Words): readonly Finding[] {
  return languages
    .filter((language) => !speaks(language))
    .map((language) =>
      finding(
        'warning',
        'AVOW_LANGUAGE_UNSPOKEN',
        `there are no connecting words in ${language}; English ones are used`,
      ),
    );
}

/**
 * What is read without a decision must be said to be: some sentence permits it to go out, to somebody
 * outside, whatever the facts. On a word with others below it the mark would say nothing.
 */
function openly(policy: Policy): readonly Finding[] {
  const words = policy.vocabulary;
  const permits = sentencesOf(policy)
    .flatMap(({ backings }) => backings)
    .filter((one): one is Permit => one.kind === 'permit' && isAlways(one.condition));
  const goesOut = ({ actions, recipients }: Permit) =>
    Object.entries(words.actions).some(
      ([name, { outward }]) => outward && selects(actions, name),
    ) &&
    Object.entries(words.recipients).some(
      ([name, { inside }]) => !inside && selects(recipients, name),
    );
  const leaf = new Set(leaves(words.categories));
  return Object.entries(words.categories).flatMap(([name, term]) => {
    if (term.public !== true) return [];
    if (!leaf.has(name)) {
      const what = `"${name}" is marked public and has others below it: mark those`;
      return [finding('error', 'AVOW_PUBLIC_UNSAID', what)];
    }
    const isSaid = permits.some((one) => selects(one.categories, name) && goesOut(one));
    if (isSaid) return [];
    const what = `"${name}" is marked public, and no sentence lets it out whatever the facts`;
    return [finding('error', 'AVOW_PUBLIC_UNSAID', what)];
  });
}

function isAlways(condition: Condition): boolean {
  return 'all' in condition && condition.all.every(isAlways);
}
