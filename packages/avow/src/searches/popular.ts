import type { Deployment } from '../deployment.ts';
import { malformed } from '../door/text.ts';
import type { PersonId } from '../face/ids.ts';
import type { Popular, Searches } from '../face/searches.ts';
import { dayOf } from '../register/visit.ts';
import { readNow } from '../rows/reading.ts';
import { dayOfId, dayRecords, NOBODY, unpackCounts } from './day.ts';
import { SEARCHES } from './write.ts';

/** A word that fewer searched for may lead to one of them. */
const LEAST = 10;
const USUAL = 20;
const MOST = 100;

type Which = NonNullable<Parameters<Searches['popular']>[0]>;

/**
 * Counts the words of days that are over. Today's are left out: a count that rises while one looks would
 * tell when a word was searched for.
 */
export async function popularIn(
  { vault }: Deployment,
  { least = LEAST, limit = USUAL }: Which,
  now: () => number,
): Promise<readonly Popular[]> {
  whole('least', least, LEAST, Number.MAX_SAFE_INTEGER);
  whole('limit', limit, 1, MOST);
  const kept = (await readNow(vault, dayRecords)).of(dayRecords);
  if (kept.length === 0) return [];
  const classes = [...new Set(kept.map(({ retention }) => retention))];
  const keys = await vault.keysFor(NOBODY as PersonId, classes);
  const acted = await vault.act({
    locks: [{ on: 'person', id: NOBODY, mode: 'shared' }],
    reads: [dayRecords],
    keys: [keys],
    decide([rows], moment, seals) {
      const today = dayOf(Math.max(now(), moment.now));
      const counts = new Map<string, number>();
      for (const row of rows.filter((each) => dayOfId(each) < today)) {
        for (const [keyword, count] of unpackCounts(seals.open(row))) {
          counts.set(keyword, (counts.get(keyword) ?? 0) + count);
        }
      }
      const often = [...counts].filter(([, count]) => count >= least);
      const first = often.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, limit);
      const entry = { kind: 'evidence', evidence: SEARCHES, state: 'counted' } as const;
      return { answer: first.map(([keyword, count]) => ({ keyword, count })), entries: [entry] };
    },
  });
  return acted.replayed ? [] : acted.answer;
}

function whole(field: string, value: unknown, least: number, most: number): void {
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return;
  throw malformed(field, `must be a whole number from ${least} to ${most}`);
}
