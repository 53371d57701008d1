import { actions } from '../conventions.ts';
import type { Edition } from '../policy/edition.ts';
import type { DisclosureRecord } from '../register/disclosure.ts';

/** What a person said, by where facts of it are read from. */
export const onChoices: ReadonlySet<string> = new Set(['consent']);

/** What a party is and does, by where facts of it are read from. */
export const onEngagements: ReadonlySet<string> = new Set([
  'engagement',
  'engagement.covers',
  'service',
]);

/**
 * Whether nothing permits opening a disclosure but facts read from these records: then, once they are
 * gone for good, it may be closed for good. All of it must be permitted, so one category is enough.
 */
export function restsOn(
  { engine, policy }: Edition,
  { purpose, categories }: Pick<DisclosureRecord, 'purpose' | 'categories'>,
  recipient: string,
  sources: ReadonlySet<string>,
): boolean {
  const { facts, categories: known } = policy.vocabulary;
  return categories
    .filter((category) => Object.hasOwn(known, category))
    .map((category) => engine.cell(actions.open, purpose, category, recipient))
    .some((cell) => {
      const mask = cell.facts.reduce(
        (bits, fact, at) => (sources.has(facts[fact]?.from ?? '') ? bits | (1 << at) : bits),
        0,
      );
      return cell.permits.length > 0 && cell.permits.every(({ pos }) => (pos & mask) !== 0);
    });
}
