import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';

/**
 * A value that law makes public of an organisation, in the clear. It lies beside the sealed record that
 * it was taken from and has its id; its state is its category. Without that record it counts for nothing.
 */
export const EXEMPT = 'exempt';

/** The most categories of one organisation that are public. */
const MOST = 100;

/** The public values of an organisation. */
export function exemptOf(organisation: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [organisation, EXEMPT], limit: MOST };
}

/** Public values of one category, of whomever, in the order of their ids. */
export function exemptIn(category: string, limit: number, after?: string): ReadOf<'evidence'> {
  const bound = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [EXEMPT, category], ...bound, limit };
}

/** The sealed record beside a public value; none if its time is over. */
export function recordBeside({ id }: Pick<EvidenceRow, 'id'>): ReadOf<'record'> {
  return { table: 'record', by: 'key', equals: [id], limit: 1 };
}

/** The first public value of the categories that come after this one. */
export function exemptAfter(category: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'kind', equals: [EXEMPT], after: category, limit: 1 };
}

export function exemptValue({ body }: EvidenceRow): string {
  return (JSON.parse(body) as { readonly value: string }).value;
}
