import { type Difference, diff, type Words } from '@avow/policy';
import type { AuditedChange, Vault, VersionRow } from '@avow/vault';
import { cookie } from '../conventions.ts';
import { AvowError } from '../fault.ts';
import { askingRow, type Touched } from '../register/asking.ts';
import { categoryOf } from '../register/lot.ts';
import type { Edition } from './edition.ts';

/** How a version differs from the one that it would follow. */
export interface Comparison {
  readonly difference: Difference;
  /** Categories that there would be no word for any more. */
  readonly drops: readonly string[];
}

export function compare(before: Edition, next: Edition): Comparison {
  const drops = categories(before).filter((name) => !categories(next).includes(name));
  return { difference: diff(before.policy, next.policy), drops };
}

function categories({ policy }: Edition): string[] {
  const { categories }: Words = policy.vocabulary;
  return Object.keys(categories).sort();
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

/** How many records are held in some categories, by category; those of which there are none are left out. */
export async function storedIn(
  vault: Vault,
  categories: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  if (categories.length === 0) return counts;
  for (let after: string | undefined; ; ) {
    const page = { table: 'record', by: 'key', equals: [], limit: PAGE } as const;
    const [rows] = await vault.read([{ ...page, ...(after === undefined ? {} : { after }) }]);
    for (const category of rows.map(categoryOf)) {
      if (categories.includes(category)) counts[category] = (counts[category] ?? 0) + 1;
    }
    if (rows.length < PAGE) return counts;
    after = rows.at(-1)?.id;
  }
}

/** Refuses to drop a category while data of it is stored; says how much, by category. */
export function mustNotBeStored(counts: Readonly<Record<string, number>>): void {
  const held = Object.entries(counts).sort();
  if (held.length === 0) return;
  const list = held.map(([category, count]) => `${category} (${count})`).join(', ');
  throw new AvowError('AVOW_STORED', `it has no word for what is stored: ${list}`, 'policy');
}
