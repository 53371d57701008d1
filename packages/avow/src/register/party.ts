import type { AuditedChange, EvidenceRow } from '@avow/vault';
import { addEvidence } from '../rows/change.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/** How a party stands, whatever its engagements say. Absent: active. */
export type PartyState = 'active' | 'suspended';

/** What the row of a party says beside how it stands. */
export interface PartyBody {
  /** Where it is told that something waits for it; null: it looks by itself. */
  readonly notify: string | null;
}

const PARTY = 'party';

/** The row that says how a party stands; there is one at most, from when it is first heard of. */
export function standingOf(party: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [standingId(party)], limit: 1 };
}

function standingId(party: string): string {
  return reference(PARTY, party);
}

/** The rows of all parties behind this one, in the order of their ids. */
export function standings(limit: number, after?: string): ReadOf<'evidence'> {
  const first = standingId('').slice(0, -'"]'.length);
  // No id of a party has this character, and none sorts behind it.
  const upTo = `${first}\x7f`;
  const bound = after === undefined ? first : standingId(after);
  return { table: 'evidence', by: 'key', equals: [], after: bound, upTo, limit };
}

export function isSuspendedParty(rows: Rows, party: string): boolean {
  return rows.of(standingOf(party))[0]?.state === ('suspended' satisfies PartyState);
}

/** The row of a party that is heard of for the first time. Needs `standingOf` to have been read. */
export function introduced(rows: Rows, party: string, now: number): AuditedChange[] {
  if (rows.of(standingOf(party)).length > 0) return [];
  return [partyRow(party, 'active', { notify: null }, now)];
}

export function partyRow(
  party: string,
  state: PartyState,
  body: PartyBody,
  now: number,
): AuditedChange {
  return addEvidence({ id: standingId(party), kind: PARTY, party, state, at: now }, body);
}

export function partyFrom({ body }: EvidenceRow): PartyBody {
  return JSON.parse(body) as PartyBody;
}

/** A public key of a party (RFC 7517), as it is kept: no private member, `kid` its RFC 7638 thumbprint. */
export interface PartyJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
  readonly kid: string;
  /** `enc`: openings are made for it. `sig`: the party signs with it. */
  readonly use: 'enc' | 'sig';
}

export const PARTY_KEY = 'party.key';

/** All keys of a party; `live`, or `revoked` for good, `until` when they were. */
export function keysOf(party: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'party', equals: [party, PARTY_KEY], limit: MOST_ROWS };
}

/** The id follows from the key: of two that add one at the same time, one meets the other's row. */
export function keyId(party: string, kid: string): string {
  return reference(PARTY_KEY, party, kid);
}

export interface PartyKey {
  readonly jwk: PartyJwk;
  readonly row: EvidenceRow;
}

/** The keys of a party that count, the newest first. */
export function liveKeys(rows: Rows, party: string, use: PartyJwk['use']): PartyKey[] {
  return rows
    .of(keysOf(party))
    .filter(({ state }) => state === 'live')
    .map((row) => ({ jwk: jwkFrom(row), row }))
    .filter(({ jwk }) => jwk.use === use)
    .sort((a, b) => b.row.at - a.row.at || (a.row.id < b.row.id ? 1 : -1));
}

export function jwkFrom({ body }: EvidenceRow): PartyJwk {
  return JSON.parse(body) as PartyJwk;
}
