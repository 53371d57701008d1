import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { MOST_ROWS } from './reference.ts';

/** How a party stands, whatever its engagements say. Absent: active. */
export type PartyState = 'active' | 'suspended';

/** The row that says how a party stands; there is one at most, and none unless something was ever said. */
export function standingOf(party: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [standingId(party)], limit: 1 };
}

export function standingId(party: string): string {
  return JSON.stringify(['party', party]);
}

export function isSuspendedParty(rows: Rows, party: string): boolean {
  return rows.of(standingOf(party))[0]?.state === ('suspended' satisfies PartyState);
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

/** All keys of a party; `live`, or `revoked` for good. */
export function keysOf(party: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'party', equals: [party, 'party.key'], limit: MOST_ROWS };
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
    .map((row) => ({ jwk: JSON.parse(row.body) as PartyJwk, row }))
    .filter(({ jwk }) => jwk.use === use)
    .sort((a, b) => b.row.at - a.row.at || (a.row.id < b.row.id ? 1 : -1));
}
