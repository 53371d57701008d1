import { retentionOf, type Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';

const DAY = 24 * 3_600_000;

/**
 * Until when a row of a register is kept whose order, activity or case ends at `end`; null where the
 * policy has no such register, and so no term for it.
 */
export function keptUntil(words: Words, category: string, end: number): number | null {
  if (!Object.hasOwn(words.categories, category)) return null;
  const name = retentionOf(words, category);
  const term = name === undefined ? undefined : words.retentions[name];
  return term === undefined ? null : end + term.days * DAY;
}

/** Whether its time is not over. It is deleted a while after; nobody reads it in between. */
export function isInTime({ until }: Pick<EvidenceRow, 'until'>, now: number): boolean {
  return until === null || now < until;
}
