import { retentionOf, type Words } from '@avow/policy';
import type { AuditedChange, RecordRow } from '@avow/vault';
import { historyClass } from '../conventions.ts';

const DAY = 24 * 3_600_000;

/** The retention class of a category. The policy's check sees to it that each category has one. */
export function classOfCategory(words: Words, category: string): string {
  const retention = retentionOf(words, category);
  if (retention === undefined) throw new TypeError('a category of the policy has no retention');
  return retention;
}

/**
 * Until when something collected now may be kept: epoch ms, or null until its relation ends. Where the
 * end has come already, a new value runs out when the old one would have.
 */
export function expiryOf(
  words: Words,
  retention: string,
  now: number,
  before: number | null,
): number | null {
  const term = words.retentions[retention];
  return term?.from === 'collection' ? now + term.days * DAY : before;
}

/** How long a line of somebody's history is kept; nothing where the class counts from the end. */
export function historyKept({ retentions }: Words): { readonly keptFor?: number } {
  const term = retentions[historyClass];
  return term?.from === 'collection' ? { keptFor: term.days * DAY } : {};
}

/** The relation ends: what was kept until then runs out, each after the days of its class. */
export function runOut(words: Words, rows: readonly RecordRow[], now: number): AuditedChange[] {
  return keptUntilEnd(words, rows)
    .filter(([before]) => before.expires === null)
    .map(([before, days]) => expiring(before, now + days * DAY));
}

/** The relation goes on after all: what was running out is kept until its end again. */
export function keepOn(words: Words, rows: readonly RecordRow[]): AuditedChange[] {
  return keptUntilEnd(words, rows)
    .filter(([before]) => before.expires !== null)
    .map(([before]) => expiring(before, null));
}

/** Records whose class counts from the end, each with the days it counts. */
function keptUntilEnd(
  { retentions }: Words,
  rows: readonly RecordRow[],
): (readonly [RecordRow, days: number])[] {
  return rows.flatMap((row) => {
    const term = retentions[row.retention];
    return term?.from === 'end' ? [[row, term.days] as const] : [];
  });
}

function expiring(before: RecordRow, expires: number | null): AuditedChange {
  const { salt: _salt, hash: _hash, ...row } = before;
  return { table: 'record', before, after: { ...row, expires } };
}
