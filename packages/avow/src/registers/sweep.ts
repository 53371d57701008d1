import type { EvidenceRow, Vault } from '@avow/vault';
import { historyCategory, registers } from '../conventions.ts';
import { DUE, type DueBody, dueBy } from '../register/due.ts';
import { serviceFrom } from '../register/service.ts';
import { VIOLATION_APPEAL } from '../register/violation.ts';
import type { ReadOf } from '../rows/reading.ts';
import { removeUnheld, unlessConflict } from '../rows/remove.ts';

/** Rows that one act removes; its entry names each by a hash. */
const MOST_SWEPT = 100;
/** Matters looked at together. */
const PAGE = 100;

/**
 * Deletes what stands in the registers about an order, an activity or a case whose time is over; resolves
 * to how many rows went. What a legal hold keeps stays, and the rest of its matter goes.
 */
export async function sweepRegisters(vault: Vault, now: number): Promise<number> {
  let removed = 0;
  for (let after: string | undefined; ; ) {
    const [due] = await vault.read([dueBy(now, PAGE, after)]);
    let isLeft = false;
    for (const row of due) {
      const gone = await sweepMatter(vault, row).catch(unlessConflict);
      removed += gone?.removed ?? 0;
      isLeft ||= gone?.isDone !== true;
    }
    if (due.length < PAGE) return removed;
    // Those of one moment may be more than a page: only past what stays is there more to see.
    if (isLeft) after = due.at(-1)!.state;
  }
}

/** Removes the rows of one matter, then what said that it is due. */
async function sweepMatter(
  vault: Vault,
  due: EvidenceRow,
): Promise<{ readonly removed: number; readonly isDone: boolean }> {
  const { matter } = JSON.parse(due.body) as DueBody;
  let removed = 0;
  for (let after: string | undefined; ; ) {
    const [rows] = await vault.read([rowsOfMatter(matter, after)]);
    const found = [...rows, ...(await servicesIn(vault, matter, rows))];
    const gone = await removeUnheld(vault, found, ofRegisters);
    removed += gone;
    if (rows.length < MOST_SWEPT) break;
    // Where some went, the next ones have come to the front; where all are held, on to other kinds.
    if (gone === 0) after = rows.at(-1)!.kind;
  }
  const [left] = await vault.read([{ ...rowsOfMatter(matter), limit: 1 }]);
  if (left.length > 0) return { removed, isDone: false };
  return { removed: removed + (await removeUnheld(vault, [due], ofRegisters)), isDone: true };
}

function rowsOfMatter(matter: string, after?: string): ReadOf<'evidence'> {
  const bound = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'ref', equals: [matter], ...bound, limit: MOST_SWEPT };
}

/** Who served a side in an order: rows that count no longer, and so lead nowhere. */
async function servicesIn(
  vault: Vault,
  order: string,
  rows: readonly EvidenceRow[],
): Promise<EvidenceRow[]> {
  const sides = rows.flatMap(({ kind, person }) => (kind === 'order.side' && person ? person : []));
  const services = await vault.read(
    sides.map((person) => ({
      ...({ table: 'evidence', by: 'person', limit: 10_000 } as const),
      equals: [person, 'service'],
    })),
  );
  return services.flat().filter((row) => serviceFrom(row).order === order);
}

/** What is in the registers, as a legal hold names it. */
const ofRegisters = {
  evidence: DUE,
  category: ({ kind }: EvidenceRow) => categoryOfKind(kind),
};

/** The register that a row belongs to, for a hold to name: an order's rows are of several kinds. */
function categoryOfKind(kind: string): string {
  const known: readonly string[] = Object.values(registers);
  if (kind === 'register.evaluated') return registers.evaluation;
  if (kind === VIOLATION_APPEAL) return registers.violation;
  if (kind.startsWith('desk.')) return historyCategory;
  return known.includes(kind) ? kind : registers.order;
}
