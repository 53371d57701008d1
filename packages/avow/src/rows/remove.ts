import { type EvidenceRow, isFault, isHeld, standing, type Vault } from '@avow/vault';
import { holdsOf } from '../register/hold.ts';
import type { ReadOf } from './reading.ts';

/** Evidence that is past its time, how it is found, and what it is. */
export interface Past {
  /** What the log calls it. */
  readonly evidence: string;
  /** The next rows, in the order of their `state`, which is their end. */
  find(after: string | undefined): ReadOf<'evidence'>;
  /** The category of the policy by which a legal hold names a row. */
  category(row: EvidenceRow): string;
}

/**
 * Removes evidence that is past its time, a page in each act with one entry; resolves to how many rows
 * went. What a legal hold on its person covers stays.
 */
export async function removePast(vault: Vault, past: Past): Promise<number> {
  let removed = 0;
  for (let after: string | undefined; ; ) {
    const [rows] = await vault.read([past.find(after)]);
    if (rows.length === 0) return removed;
    const gone = await removeUnheld(vault, rows, past).catch(unlessConflict);
    if (gone === undefined) continue;
    removed += gone;
    // Where all are held, on to what ended later; where some went, there may be more of the same moment.
    if (gone === 0) after = rows.at(-1)?.state;
  }
}

/** Removes what of these rows no legal hold covers, in one act with one entry; resolves to how many. */
export async function removeUnheld(
  vault: Vault,
  rows: readonly EvidenceRow[],
  { evidence, category }: Pick<Past, 'evidence' | 'category'>,
): Promise<number> {
  const people = [...new Set(rows.flatMap(({ person }) => person ?? []))];
  const acted = await vault.act({
    locks: people.map((id) => ({ on: 'person', id, mode: 'exclusive' })),
    reads: people.map(holdsOf),
    decide(found, { now }) {
      const free = rows.filter((row) => {
        const at = people.indexOf(row.person ?? '');
        return at < 0 || !isHeld(standing(found[at] ?? [], now), category(row));
      });
      const changes = free.map((before) => ({ table: 'evidence', before }) as const);
      const entry = { kind: 'evidence', evidence, state: 'expired', changes } as const;
      return { answer: free.length, entries: free.length > 0 ? [entry] : [] };
    },
  });
  return acted.replayed ? 0 : acted.answer;
}

/** Somebody changed or erased one of them since: look again. */
export function unlessConflict(problem: unknown): undefined {
  if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
}
