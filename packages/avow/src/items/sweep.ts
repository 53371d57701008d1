import { isFault, type Vault } from '@avow/vault';
import { ITEMS, lotsPast } from '../register/lot.ts';

/** Lots whose terms are removed by one act; its entry names each by a hash. */
const MOST_SWEPT = 500;

/** Removes the terms of lots whose time is over, after the lots themselves; resolves to how many rows went. */
export async function sweepTerms(vault: Vault, now: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const read = lotsPast(now, MOST_SWEPT);
    const [rows] = await vault.read([read]);
    if (rows.length === 0) return removed;
    const people = [...new Set(rows.flatMap(({ person }) => (person === null ? [] : [person])))];
    const changes = rows.map((before) => ({ table: 'evidence', before }) as const);
    try {
      await vault.act({
        locks: people.map((id) => ({ on: 'person', id, mode: 'exclusive' })),
        reads: [],
        decide: () => ({
          answer: undefined,
          entries: [{ kind: 'evidence', evidence: ITEMS, state: 'expired', changes }],
        }),
      });
      removed += rows.length;
    } catch (problem) {
      // Somebody changed or erased one of them since: look again.
      if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
    }
  }
}
