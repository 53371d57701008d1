import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { reference } from './reference.ts';

/**
 * A disclosure: the JWE that was handed over, and what it was decided on. The content key is the row's
 * sealed text, so it goes with the person's keys; a disclosure that is closed has none any more.
 */
export interface DisclosureBody {
  readonly action: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  /** Those of them that are in the JWE; the others are read through us. */
  readonly sealed: readonly string[];
  readonly order: string | null;
  /** The case at the desk in which it was delivered. */
  readonly case?: string;
  /** Null where nothing is sealed, and once it is closed. */
  readonly jwe: string | null;
  /** For each sealed category a keyed digest of the value: who could have leaked exactly this. */
  readonly values: Readonly<Record<string, string>>;
  readonly closed: { readonly at: number; readonly because: string } | null;
}

export interface DisclosureRecord extends DisclosureBody {
  readonly person: string;
  readonly party: string;
  readonly row: EvidenceRow;
}

/** What a question about opening means: which disclosure, made when and how, and whether it is closed. */
export interface AboutHanded {
  readonly disclosure: string;
  readonly action: string;
  readonly at: number;
  readonly closed: boolean;
}

/** While it is open; once closed it is of the other kind, so that what is open is read alone. */
const DISCLOSURE = 'disclosure';
export const CLOSED_DISCLOSURE = 'disclosure.closed';

/** The most open disclosures of one person to one party: closing them all fits into one entry of the log. */
export const MOST_OPEN = 256;

/** The most disclosures of one person, so that a read of them is complete. */
const MOST_DISCLOSURES = 10_000;

/** The open disclosures of a person to a party; one that is closed counts no longer. */
export function openDisclosures(person: string, party: string): ReadOf<'evidence'> {
  const equals = [disclosureRef(person, party), DISCLOSURE];
  return { table: 'evidence', by: 'ref', equals, limit: MOST_OPEN + 1 };
}

export function disclosureRef(person: string, party: string): string {
  return reference(DISCLOSURE, person, party);
}

export function disclosureRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

/** Every open disclosure of a person. */
export function disclosuresOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, DISCLOSURE], limit: MOST_DISCLOSURES };
}

/** Every closed disclosure of a person that is still on record. */
export function closedDisclosuresOf(person: string): ReadOf<'evidence'> {
  return { ...disclosuresOf(person), equals: [person, CLOSED_DISCLOSURE] };
}

/** Closed disclosures of whomever that need not be on record any longer. */
export function disclosuresPast(now: number, limit: number, after?: string): ReadOf<'evidence'> {
  const bounds = { upTo: new Date(now).toISOString(), ...(after === undefined ? {} : { after }) };
  return { table: 'evidence', by: 'kind', equals: [CLOSED_DISCLOSURE], ...bounds, limit };
}

/** The open disclosures to a party, a page at a time in the order of their ids. */
export function disclosuresTo(party: string, limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'party', equals: [party, DISCLOSURE], ...from, limit };
}

/** The disclosure that a read by its id found; undefined if it is none. */
export function disclosureIn(rows: Rows, id: string): DisclosureRecord | undefined {
  const [row] = rows.of(disclosureRow(id));
  const isOne = row?.kind === DISCLOSURE || row?.kind === CLOSED_DISCLOSURE;
  return isOne ? disclosureFrom(row) : undefined;
}

export function disclosureFrom(row: EvidenceRow): DisclosureRecord {
  const body = JSON.parse(row.body) as DisclosureBody;
  return { ...body, person: row.person ?? '', party: row.party ?? '', row };
}

export function isOpen({ row }: Pick<DisclosureRecord, 'row'>): boolean {
  return row.kind === DISCLOSURE;
}

/** What a question about opening it means. */
export function aboutHanded(disclosure: DisclosureRecord): AboutHanded {
  const { row, action } = disclosure;
  return { disclosure: row.id, action, at: row.at, closed: !isOpen(disclosure) };
}

/** The row of a disclosure that is made now, but for what it says. */
export function newDisclosure(id: string, person: string, party: string, at: number) {
  return { id, kind: DISCLOSURE, person, party, state: 'open', at };
}
