import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';

/** How long an opening runs at most, in ms: what a content key is good for after an end. */
export const OPENING_LIFE = 60_000;

/**
 * While more than this is left of a lease, an opening takes its end for its own, and no row changes: so a
 * party that opens in a loop costs an entry each time and a row now and then.
 */
export const LEASE_LEFT = 30_000;

/**
 * A lease: openings of one disclosure run until then. It is a row of the party's, found in the order of
 * its end, so that what still runs when something ends is read without looking at all that ever ran. It
 * names the disclosure and no person, and is swept soon after.
 */
const LEASE = 'lease';

/** The most leases that an answer lists. */
const MOST_LEASES = 10_000;

/** The lease of a disclosure, if one ever ran lately. */
export function leaseOf(disclosure: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [disclosure, LEASE], limit: 100 };
}

/** The leases of a party that run at `now`. */
export function leasesOf(party: string, now: number): ReadOf<'evidence'> {
  return {
    table: 'evidence',
    by: 'party',
    equals: [party, LEASE],
    after: leaseId(now, '~'),
    limit: MOST_LEASES,
  };
}

/** Leases of whomever that are over. */
export function leasesPast(now: number, limit: number, after?: string): ReadOf<'evidence'> {
  const bounds = { upTo: new Date(now).toISOString(), ...(after === undefined ? {} : { after }) };
  return { table: 'evidence', by: 'kind', equals: [LEASE], ...bounds, limit };
}

export function leaseRow(disclosure: string, party: string, at: number, until: number) {
  const state = new Date(until).toISOString();
  return { id: leaseId(until, disclosure), kind: LEASE, party, ref: disclosure, state, at, until };
}

/** Sorts by its end. */
function leaseId(until: number, disclosure: string): string {
  return `${new Date(until).toISOString()} ${disclosure}`;
}

/** Until when the latest of these leases runs; undefined if none does at `now`. */
export function runsUntil(rows: readonly EvidenceRow[], now: number): number | undefined {
  const ends = rows.flatMap(({ until }) => (until !== null && until > now ? [until] : []));
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
