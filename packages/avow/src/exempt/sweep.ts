import { type EvidenceRow, isFault, type Vault } from '@avow/vault';
import type { InForce } from '../policy/in-force.ts';
import { EXEMPT, exemptAfter, exemptIn, recordBeside } from '../register/exempt.ts';
import { Reading, type Rows } from '../rows/reading.ts';

/** Copies looked at together; the entry that removes some names each by a hash, and is bounded. */
const PAGE = 500;

/**
 * Removes copies in the clear whose record has gone or is past its time, and those of a category that the
 * policy marks public no longer; resolves to how many.
 */
export async function sweepExempt(vault: Vault, policy: InForce): Promise<number> {
  let removed = 0;
  const { categories } = (await policy.now()).policy.vocabulary;
  // By what is kept: of a category that the policy has lost there may be copies as well.
  for (let last = ''; ; ) {
    const [[first]] = await vault.read([exemptAfter(last)]);
    if (first === undefined) return removed;
    const category = first.state;
    const isPublic = Object.hasOwn(categories, category) && categories[category]?.public === true;
    for (let after: string | undefined; ; ) {
      const [rows] = await vault.read([exemptIn(category, PAGE, after)]);
      removed += await (isPublic ? removeLone(vault, rows) : removeCopies(vault, rows));
      if (rows.length < PAGE) break;
      after = rows.at(-1)!.id;
    }
    last = category;
  }
}

async function removeLone(vault: Vault, rows: readonly EvidenceRow[]): Promise<number> {
  const records = await vault.read(rows.map(recordBeside));
  const lone = rows.filter((_, at) => records[at]!.length === 0);
  return removeCopies(vault, lone, (row, now) => now.of(recordBeside(row)).length === 0);
}

/** Removes copies in one act with one entry; with `isGone`, those of which it still is so. */
async function removeCopies(
  vault: Vault,
  lone: readonly EvidenceRow[],
  isGone: (row: EvidenceRow, now: Rows) => boolean = () => true,
): Promise<number> {
  if (lone.length === 0) return 0;
  const reading = new Reading(...lone.map(recordBeside));
  const acted = await vault
    .act({
      locks: [...new Set(lone.map(({ person }) => person ?? ''))].map((id) => ({
        on: 'person',
        id,
        mode: 'exclusive',
      })),
      reads: reading.reads,
      decide(found) {
        const now = reading.rows(found);
        const gone = lone.filter((row) => isGone(row, now));
        const changes = gone.map((before) => ({ table: 'evidence', before }) as const);
        const entry = { kind: 'evidence', evidence: EXEMPT, state: 'expired', changes } as const;
        return { answer: gone.length, entries: gone.length > 0 ? [entry] : [] };
      },
    })
    .catch((problem: unknown) => {
      // Somebody kept something anew, or was erased: the next sweep looks again.
      if (isFault(problem, 'AVOW_CONFLICT')) return undefined;
      throw problem;
    });
  return acted === undefined || acted.replayed ? 0 : acted.answer;
}
