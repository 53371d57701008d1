import { domainToASCII } from 'node:url';
import type { EvidenceRow, RecordRow, Vault } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { reference } from './reference.ts';

/**
 * That a person has shown a value of theirs to be their own, such as an address whose mail they read. It
 * counts for the very record that held the value, in the version that it had then: whatever is put there
 * later is not verified. What leads to it is a keyed hash of the value, so it says nothing of it.
 */
export const VERIFIED = 'verified';

export interface VerifiedBody {
  readonly category: string;
  readonly record: string;
  readonly version: number;
}

/** More than one is there only where somebody's older value became somebody else's. */
const MOST = 16;

/** Who has verified this value, written in whatever case; those included whom it does not count for any more. */
export function verifiedAs(vault: Vault, category: string, value: string): ReadOf<'evidence'> {
  const equals = [verifiedRef(vault, category, value), VERIFIED];
  return { table: 'evidence', by: 'ref', equals, limit: MOST };
}

/** Everything that a person has verified. */
export function verifiedBy(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, VERIFIED], limit: 1_000 };
}

/** One such row, to be read again in the unit that rests on it. */
export function verifiedRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

export function verifiedRef(vault: Vault, category: string, value: string): string {
  const digest = Buffer.from(vault.pseudonym(`verified/${category}`, comparable(value)));
  return reference(VERIFIED, category, digest.toString('base64url'));
}

export function verifiedFrom(row: EvidenceRow): VerifiedBody {
  return JSON.parse(row.body) as VerifiedBody;
}

/** Whether what was verified is what is held. */
export function isStillHeld(row: EvidenceRow | undefined, held: RecordRow | undefined): boolean {
  if (row === undefined || row.ref === null || held === undefined) return false;
  const { record, version } = verifiedFrom(row);
  return held.id === record && held.version === version;
}

/**
 * A value as two who write it differently mean the same: the case of letters, spaces around it and the
 * way a domain is spelt (RFC 5890) make no other address.
 */
export function comparable(value: string): string {
  const plain = value.normalize('NFC').trim().toLowerCase();
  const at = plain.lastIndexOf('@');
  if (at < 0) return plain;
  const home = plain.slice(at + 1);
  return `${plain.slice(0, at)}@${(!noDomain.test(home) && domainToASCII(home)) || home}`;
}

/** What `domainToASCII` reads as a part of a URL, and leaves out or undoes: it is in the name of no host. */
const noDomain = /[\p{Cc}\s%/\\?#:@]/u;
