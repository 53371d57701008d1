import { type EvidenceRow, isFault, isHeld, standing, type Vault } from '@avow/vault';
import { holdsOf } from '../register/hold.ts';
import { ITEMS, lotFrom, lotsPast } from '../register/lot.ts';

/** Lots whose terms are removed by one act; its entry names each by a hash. */
const MOST_SWEPT = 500;

/**
 * Removes the terms of lots whose time is over, after the lots themselves; resolves to how many rows went.
 * Those of a lot that a legal hold keeps stay with it.
 */
export async function sweepTerms(vault: Vault, now: number): Promise<number> {
  let removed = 0;
  for (let after: string | undefined; ; ) {
    const [rows] = await vault.read([lotsPast(now, MOST_SWEPT, after)]);
    if (rows.length === 0) return removed;
    const gone = await removeTerms(vault, rows).catch(unlessConflict);
    if (gone === undefined) continue;
    removed += gone;
    // Where all are held, on to what ran out later; where some went, there may be more of the same moment.
    if (gone === 0) after = rows.at(-1)?.state;
  }
}

/** Removes what is not held, in one act with one entry; resolves to how many. */
async function removeTerms(vault: Vault, rows: readonly EvidenceRow[]): Promise<number> {
  const people = [...new Set(rows.map(({ person }) => person ?? ''))];
  const holds = people.map(holdsOf);
  const acted = await vault.act({
    locks: people.map((id) => ({ on: 'person', id, mode: 'exclusive' })),
    reads: holds,
    decide(found, moment) {
      const free = rows.filter(({ person }, at) => {
        const standingNow = standing(found[people.indexOf(person ?? '')] ?? [], moment.now);
        return !isHeld(standingNow, lotFrom(rows[at]!).category);
      });
      const changes = free.map((before) => ({ table: 'evidence', before }) as const);
      const entry = { kind: 'evidence', evidence: ITEMS, state: 'expired', changes } as const;
      return { answer: free.length, entries: free.length > 0 ? [entry] : [] };
    },
  });
  return acted.replayed ? 0 : acted.answer;
}

/** Somebody changed or erased one of them since: look again. */
function unlessConflict(problem: unknown): undefined {
  if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
}
