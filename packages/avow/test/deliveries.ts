import { createHash } from 'node:crypto';
import { asPartyId, type Import, type PersonId, type Reject } from '../src/index.ts';
import { permittedBy } from './cited.ts';
import { member } from './people.ts';
import type { Market } from './place.ts';

export const panel = asPartyId('panel');

/** The digest of a statement of lawful means. */
export const document = createHash('sha256').update('opt-in of 2025-11-02').digest('base64url');

export const terms = {
  party: panel,
  as: 'marketingPartner',
  purposes: ['service.personal'],
  categories: ['partner.profile', 'partner.contact'],
  country: 'CN',
} as const;

/** A partner that states by what lawful means it came by what it brings. */
export async function engagePanel(avow: Market, party = panel) {
  return avow.parties.engage({ ...terms, party, means: 'opt-in, on paper' });
}

/** Somebody who accepted, and whose address is known; verified unless it is said that it is not. */
export async function reader(avow: Market, email: string, isVerified = true): Promise<PersonId> {
  const person = await member(avow, email.split('@')[0]);
  const fields = { 'contact.email': email };
  const kept = await avow.collect({
    person,
    purpose: 'account',
    fields,
    findBy: ['contact.email'],
  });
  permittedBy(kept, '1.a.1');
  if (isVerified) await avow.subjects.verify({ person, category: 'contact.email', value: email });
  return person;
}

/** Begins an import of interests by address, as NDJSON. */
export async function begin(
  avow: Market,
  engagement: Import<never>['engagement'],
  more: {
    readonly party?: typeof panel;
    readonly format?: 'csv';
    readonly idempotencyKey?: string;
  } = {},
) {
  return avow.imports.begin({
    party: panel,
    engagement,
    evidence: { document },
    format: 'ndjson',
    match: 'contact.email',
    map: { email: 'contact.email', likes: 'partner.profile', note: null },
    ...more,
  });
}

/** Lines of NDJSON. */
export async function* lines(...rows: readonly unknown[]): AsyncGenerator<string> {
  for (const row of rows) yield `${typeof row === 'string' ? row : JSON.stringify(row)}\n`;
}

export async function rejectsOf(avow: Market, id: Import<never>['import'], after?: number) {
  const rejects: Reject[] = [];
  for await (const reject of avow.imports.rejects(id, after)) rejects.push(reject);
  return rejects;
}

/** What partners said of somebody, as they find it themself. */
export async function broughtTo(avow: Market, person: PersonId) {
  const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
  return held
    .filter(({ category }) => category.startsWith('partner.'))
    .map(({ value, source }) => [source, value])
    .sort();
}
