import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/**
 * That the directory has a value of a person. The row is nobody's, so that it outlives them until it has
 * been taken back there; it holds what the directory holds, and their id, which says nothing of them.
 */
interface ListedBody {
  readonly digest: string;
}

export const LISTED = 'listed';

/** The person is erased, or it was taken back: the directory has to hear of it. */
export const GOING = 'going';

export function listedRef(person: string): string {
  return reference(LISTED, person);
}

export function listedOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [listedRef(person), LISTED], limit: MOST_ROWS };
}

export function listedGoing(limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [LISTED, GOING], ...from, limit };
}

export function listedFrom({ body }: EvidenceRow): ListedBody {
  return JSON.parse(body) as ListedBody;
}
