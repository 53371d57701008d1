import { PolicyError } from '@avow/policy';
import { actions, classes } from '../conventions.ts';
import type { Edition } from '../policy/edition.ts';
import type { DisclosureRecord } from '../register/disclosure.ts';
import { engagementWhen } from '../register/engagement.ts';
import type { Rows } from '../rows/reading.ts';

/** Of which facts something may rest: by their name, and by where they are read from. */
type Sources = (fact: string, from: string | undefined) => boolean;

/** What a person said. */
export const onChoices: Sources = (_fact, from) => from === 'consent';

const ofEngagements: ReadonlySet<string> = new Set(['engagement', 'engagement.covers', 'service']);

/** What a party is and does. */
export const onEngagements: Sources = (_fact, from) => ofEngagements.has(from ?? '');

/** One fact alone, such as one that was attested. */
export const onFact =
  (wanted: string): Sources =>
  (fact) =>
    fact === wanted;

/** What a party was when it was handed something. Needs `engagementsOf` to have been read. */
export function classThen(rows: Rows, { party, row }: DisclosureRecord): string {
  return engagementWhen(rows, party, row)?.as ?? classes.unrelated;
}

/**
 * Whether nothing permits opening a disclosure but facts read from these records, or something forbids it
 * that nothing but these facts lifts: then, once they are gone for good, it may be closed for good. All
 * of it must be permitted, so one category is enough. What the policy has no words for any more nothing permits.
 */
export function restsOn(
  { engine, policy }: Edition,
  { purpose, categories }: Pick<DisclosureRecord, 'purpose' | 'categories'>,
  recipient: string,
  sources: Sources,
): boolean {
  const { facts } = policy.vocabulary;
  return categories
    .map((category) =>
      unlessWordless(() => engine.cell(actions.open, purpose, category, recipient)),
    )
    .some((cell) => {
      if (cell === undefined) return true;
      const mask = cell.facts.reduce(
        (bits, fact, at) => (sources(fact, facts[fact]?.from) ? bits | (1 << at) : bits),
        0,
      );
      const isPermittedByThem =
        cell.permits.length > 0 && cell.permits.every(({ pos }) => (pos & mask) !== 0);
      const isForbiddenWithoutThem = cell.forbids.some(
        ({ pos, neg }) => pos === 0 && neg !== 0 && (neg & ~mask) === 0,
      );
      return isPermittedByThem || isForbiddenWithoutThem;
    });
}

function unlessWordless<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch (problem) {
    if (isWordless(problem)) return undefined;
    throw problem;
  }
}

/** The policy in force has no word for what was asked: one of its versions dropped it since. */
export function isWordless(problem: unknown): boolean {
  return problem instanceof PolicyError && problem.code === 'AVOW_UNKNOWN_WORD';
}
