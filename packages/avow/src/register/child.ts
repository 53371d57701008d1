import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** That a person was found to be under fourteen: a row of theirs. Its state: alone, guarded, mistaken. */
export interface ChildBody {
  readonly by: string;
  readonly document: string;
  readonly learned: number;
  readonly erases: number;
  readonly due: number;
}

export const CHILD = 'child';

/** One row for each person: it becomes another, and never a second one. */
export function childOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, CHILD], limit: 1 };
}

export function childrenIn(state: string, limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [CHILD, state], ...from, limit };
}

export function childFrom({ body }: EvidenceRow): ChildBody {
  return JSON.parse(body) as ChildBody;
}

/** Whether it is known that no guardian accepted for them. Needs `childOf` to have been read. */
export function isChildAlone(rows: Rows, person: string): boolean {
  return rows.of(childOf(person))[0]?.state === 'alone';
}
