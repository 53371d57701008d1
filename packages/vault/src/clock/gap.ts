import { readLeaf } from '../audit/leaf.ts';
import { type WritingTools, writeOwnEntry } from '../entry/write.ts';
import type { Change, Read, Reader, Store } from '../port/store.ts';
import type { EvidenceRow, Stored } from '../tables.ts';

/** A start that comes so long after the last entry asks whether the clock is right: ms. */
export const GAP = 30 * 86_400_000;

/** The kind of evidence that says so. It is nobody's, and at most one waits for an answer. */
const CLOCK = 'clock';
const waiting = {
  table: 'evidence',
  by: 'kind',
  equals: [CLOCK, 'doubted'],
  limit: 1,
} as const satisfies Read;

/** Time that passed between two entries, which somebody must say is true: epoch ms. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The gap that waits for somebody's word; while one does, nothing is removed. */
export async function gapInDoubt(store: Reader): Promise<Gap | undefined> {
  const [[row] = []] = await store.read([waiting]);
  return row && (JSON.parse((row as EvidenceRow).body) as Gap);
}

/**
 * At a start: writes down that the clock says much time has passed since the last entry. Otherwise the
 * entries to come would have the new time, and the next start would find nothing to doubt.
 */
export async function doubtGap(store: Store, tools: WritingTools, now: number): Promise<void> {
  const from = await lastHour(store);
  if (from === undefined || now - from <= GAP) return;
  await change(store, tools, ([before]) => {
    if (before !== undefined) return undefined;
    const nobody = { person: null, party: null, ref: null, until: null, key: null, sealed: null };
    const body = JSON.stringify({ from, to: now } satisfies Gap);
    const row = { ...nobody, id: tools.mint(now), kind: CLOCK, state: 'doubted', at: now, body };
    return { table: 'evidence', after: row };
  });
}

/** Somebody looked, and the clock is right. Resolves to whether that had been in doubt. */
export function confirmGap(store: Store, tools: WritingTools): Promise<boolean> {
  return change(store, tools, ([before]) => {
    if (before === undefined) return undefined;
    const { salt: _salt, hash: _hash, ...row } = before;
    return { table: 'evidence', before, after: { ...row, state: 'confirmed' } };
  });
}

/** One act with its entry, unless there is nothing to change. Servers that start together take turns. */
function change(
  store: Store,
  tools: WritingTools,
  decide: (rows: readonly EvidenceRow[]) => Change | undefined,
): Promise<boolean> {
  return store.run({
    locks: [{ on: 'log', id: CLOCK, mode: 'exclusive' }],
    reads: [waiting],
    decide([rows = []], { now }) {
      const made = decide(rows as readonly EvidenceRow[]);
      if (made === undefined) return { changes: [], answer: false };
      const state = String(made.after?.['state']);
      const draft = { kind: 'evidence', evidence: CLOCK, state } as const;
      const written = writeOwnEntry(draft, null, [made], { ...tools, now });
      return { changes: written.changes, answer: true };
    },
  });
}

/** The hour of the last entry: epoch ms; undefined before the first. */
async function lastHour(store: Reader): Promise<number | undefined> {
  const newest = { table: 'entry', by: 'key', equals: [], descending: true, limit: 1 };
  const [rows] = await store.read([newest]);
  const entry = rows?.[0] as Stored<'entry'> | undefined;
  if (entry === undefined) return undefined;
  const hour = Date.parse(String(readLeaf(entry.body)?.body['hour']));
  return Number.isNaN(hour) ? undefined : hour;
}
