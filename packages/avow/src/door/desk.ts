import type { CaseRecipient } from '../face/case.ts';
import { asPartyId, asPersonId } from './ids.ts';
import { malformed, name, text } from './text.ts';

/** To whom a case leads: a party or a user. */
export function asCaseRecipient(value: unknown, field: string): CaseRecipient {
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 1) {
    if ('party' in value) return { party: asPartyId(value.party, `${field}.party`) };
    if ('user' in value) return { user: asPersonId(value.user, `${field}.user`) };
  }
  throw malformed(field, 'must be a party or a user');
}

/** The id of the record that a case rests on. */
export function asEvidence(value: unknown): string {
  return name('evidence', value);
}

/** SHA-256 of a document that lies elsewhere. */
export function documentDigest(value: unknown, field = 'document'): string {
  const given = text(field, value, 64);
  if (!/^[0-9a-f]{64}$/.test(given)) throw malformed(field, 'must be SHA-256 in small hexadecimal');
  return given;
}

/** One of a few words. */
export function oneOf<W extends string>(field: string, value: unknown, words: readonly W[]): W {
  if (!(words as readonly unknown[]).includes(value)) {
    throw malformed(field, `must be one of ${words.join(', ')}`);
  }
  return value as W;
}
