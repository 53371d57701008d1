import type { AuditedChange, Lock } from '@avow/vault';
import type { Counted, Ground } from '../../face/desk.ts';
import { addEvidence, changeEvidence } from '../../rows/change.ts';
import type { ReadOf, Rows } from '../../rows/reading.ts';

/** How often something happened under a ground in a month. About nobody, and public. */
export interface CountBody {
  readonly ground: Ground;
  readonly month: string;
  readonly counts: Readonly<Partial<Record<Counted, number>>>;
}

const COUNT = 'desk.count';

/** Every month of a ground: a thousand of them are 83 years. */
export function countsOf(ground: Ground): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'kind', equals: [COUNT, ground], limit: 1_000 };
}

/** Had alone by whoever counts, so that nobody's case waits for a conflict on a sum. */
export function countLock(ground: Ground): Lock {
  return { on: 'log', id: `${COUNT} ${ground}`, mode: 'exclusive' };
}

/** One more. Needs `countsOf` to have been read under `countLock`. */
export function countedUp(rows: Rows, ground: Ground, what: Counted, now: number): AuditedChange[] {
  const month = new Date(now).toISOString().slice(0, 7);
  const id = JSON.stringify([COUNT, ground, month]);
  const before = rows.of(countsOf(ground)).find((row) => row.id === id);
  if (before === undefined) {
    const body: CountBody = { ground, month, counts: { [what]: 1 } };
    return [addEvidence({ id, kind: COUNT, state: ground, at: now }, body)];
  }
  const body = JSON.parse(before.body) as CountBody;
  const counts = { ...body.counts, [what]: (body.counts[what] ?? 0) + 1 };
  return [changeEvidence(before, { body: { ...body, counts } })];
}
