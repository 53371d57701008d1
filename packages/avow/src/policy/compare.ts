import { type Difference, diff, retentionOf, type Words } from '@avow/policy';
import type { AuditedChange, Stored, Vault, VersionRow } from '@avow/vault';
import { cookie } from '../conventions.ts';
import { AvowError } from '../fault.ts';
import { askingRow, type Touched } from '../register/asking.ts';
import { categoryOf } from '../register/lot.ts';
import { isThere } from '../register/person.ts';
import type { Edition } from './edition.ts';

/** How a version differs from the one that it would follow. */
interface Comparison {
  readonly difference: Difference;
  readonly drops: Drops;
  /** Categories that nothing may come into any more before its date: they go, or how long they are kept. */
  readonly ends: readonly string[];
}

/** What there would be no word for any more. */
interface Drops {
  readonly categories: readonly string[];
  readonly retentions: readonly string[];
  readonly regions: readonly string[];
}

export function compare(before: Edition, next: Edition): Comparison {
  const gone = (kind: keyof Drops) =>
    names(before, kind).filter((name) => !names(next, kind).includes(name));
  const drops = {
    categories: gone('categories'),
    retentions: gone('retentions'),
    regions: gone('regions'),
  };
  const words: Words = before.policy.vocabulary;
  const ends = names(before, 'categories').filter(
    (name) =>
      drops.categories.includes(name) || drops.retentions.includes(retentionOf(words, name) ?? ''),
  );
  return { difference: diff(before.policy, next.policy), drops, ends };
}

/** Whether a version drops anything that something could be stored under. */
export function dropsAny({ categories, retentions, regions }: Drops): boolean {
  return categories.length + retentions.length + regions.length > 0;
}

function names({ policy }: Edition, kind: keyof Drops): string[] {
  const words: Words = policy.vocabulary;
  return Object.keys(words[kind]).sort();
}

/** Places at which it changes in a major way: what a choice that speaks of them has to be asked again. */
function touchedBy({ because }: Difference): Touched[] {
  return because.flatMap((change): Touched[] => {
    if ('places' in change) {
      const { actions, purposes, categories } = change.places;
      return [{ actions, purposes, categories }];
    }
    if (change.about === undefined) return [];
    const { purposes } = change.about;
    return purposes === undefined
      ? [change.about]
      : [{ ...change.about, actions: [cookie.set, cookie.read] }];
  });
}

/** The row that says what is asked again from a moment on; none where no change is major. */
export function keepAsking(
  version: string,
  { difference }: Comparison,
  from: number,
  before: VersionRow | undefined,
): AuditedChange[] {
  if (!difference.major) return [];
  const after = askingRow(from, { version, touched: touchedBy(difference) });
  return [{ table: 'version', after, ...(before ? { before } : {}) }];
}

const PAGE = 1_000;

/**
 * How many records are held in categories that are dropped, or sealed under a retention class that is,
 * and how many people are kept in such a region; by the word, those left out of which there are none.
 */
export async function storedIn(
  vault: Vault,
  drops: Drops,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const count = (dropped: readonly string[], word: string) => {
    if (dropped.includes(word)) counts[word] = (counts[word] ?? 0) + 1;
  };
  if (drops.categories.length + drops.retentions.length > 0) {
    await everyRow(vault, 'record', (row) => {
      count(drops.categories, categoryOf(row));
      if (!drops.categories.includes(categoryOf(row))) count(drops.retentions, row.retention);
    });
  }
  if (drops.regions.length > 0) {
    await everyRow(vault, 'person', (row) => {
      if (isThere(row)) count(drops.regions, row.region);
    });
  }
  return counts;
}

async function everyRow<T extends 'record' | 'person'>(
  vault: Vault,
  table: T,
  look: (row: Stored<T> & { readonly id: string }) => void,
): Promise<void> {
  for (let after = ''; ; ) {
    const page = { table, by: 'key', equals: [], limit: PAGE, after } as const;
    const rows = (await vault.read([page]))[0] as readonly (Stored<T> & { readonly id: string })[];
    for (const row of rows) look(row);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

/** Refuses to drop a category, a retention class or a region that is in use; says by how much, by word. */
export function mustNotBeStored(counts: Readonly<Record<string, number>>): void {
  const held = Object.entries(counts).sort();
  if (held.length === 0) return;
  const list = held.map(([word, count]) => `${word} (${count})`).join(', ');
  throw new AvowError('AVOW_STORED', `it has no word for what is stored: ${list}`, 'policy');
}
