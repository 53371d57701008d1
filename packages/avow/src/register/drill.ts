import type { EvidenceRow } from '@avow/vault';
import type { Drill } from '../face/measures.ts';
import type { ReadOf } from '../rows/reading.ts';

/** Evidence of a restore that was done for practice. About nobody. */
export const DRILL = 'drill';

export type DrillBody = Omit<Drill, 'entry' | 'at'>;

/** The newest drills: at most so many that came to this end. */
export function drillsThat(state: 'passed' | 'failed'): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'kind', equals: [DRILL, state], descending: true, limit: 1 };
}

export function drillFrom(row: EvidenceRow): DrillBody & Pick<Drill, 'at'> {
  return { ...(JSON.parse(row.body) as DrillBody), at: row.at };
}
