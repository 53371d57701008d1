import { numbered } from '../compile/numbered.ts';
import type { Policy } from '../model/policy.ts';
import { type Dimension, type Permit, selects } from '../model/rule.ts';
import { leaves } from '../model/words.ts';
import { sayCondition } from '../wording/condition.ts';
import { labelOf } from '../wording/labels.ts';
import { phrasesFor } from '../wording/phrases.ts';
import { summarise } from '../wording/summary.ts';

/** A section that is made from the rules and registers. The last cell of a row holds ids of sentences. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly sentences: readonly string[];
  }[];
}

/** Who can access what: for each recipient all that some rule permits it, in some case. */
export function accessTable(policy: Policy, language: string): Table {
  const { page } = phrasesFor(language);
  const words = policy.vocabulary;
  const permits = numbered(policy, 'permit');
  const rows = Object.keys(words.recipients).map((recipient) => {
    const theirs = permits.filter(({ backing }) => selects(backing.recipients, recipient));
    const categories = leaves(words.categories).filter((category) =>
      theirs.some(({ backing }) => selects(backing.categories, category)),
    );
    const information = say(
      'categories',
      summarise(categories, words.categories),
      policy,
      language,
    );
    return {
      cells: [
        labelOf(words, 'recipients', recipient, language),
        categories.length === 0 ? page.nothing : information,
      ],
      sentences: [...new Set(theirs.map(({ sentence }) => sentence))],
    };
  });
  const columns = [page.recipient, page.information, page.sentence];
  return { id: 'access', title: page.access, columns, rows };
}

/** When information is disclosed: each permit by which it goes outside, with its condition. */
export function disclosureTable(policy: Policy, language: string): Table {
  const { page } = phrasesFor(language);
  const rows = numbered(policy, 'permit')
    .filter(({ backing }) => isOutward(backing, policy))
    .map(({ sentence, backing }) => ({
      cells: [
        say('recipients', backing.recipients, policy, language),
        say('categories', backing.categories, policy, language),
        say('purposes', backing.purposes, policy, language),
        condition(backing, policy, language),
      ],
      sentences: [sentence],
    }));
  const columns = [page.recipient, page.information, page.purpose, page.condition, page.sentence];
  return { id: 'disclosure', title: page.disclosure, columns, rows };
}

function isOutward({ actions, recipients }: Permit, { vocabulary }: Policy): boolean {
  const outward = Object.entries(vocabulary.actions).filter(([, term]) => term.outward);
  const outside = Object.entries(vocabulary.recipients).filter(([, term]) => !term.inside);
  return (
    outward.some(([name]) => selects(actions, name)) &&
    outside.some(([name]) => selects(recipients, name))
  );
}

function say(
  dimension: Dimension,
  selection: readonly string[] | 'any',
  { vocabulary }: Policy,
  language: string,
): string {
  const phrases = phrasesFor(language);
  if (selection === 'any') return phrases.anything[dimension];
  return phrases.list(selection.map((name) => labelOf(vocabulary, dimension, name, language)));
}

function condition({ condition }: Permit, { vocabulary }: Policy, language: string): string {
  const phrases = phrasesFor(language);
  const { when, unless } = sayCondition(condition, vocabulary, language);
  return phrases.condition(when, unless);
}
