import type { EvidenceRow } from '@avow/vault';
import { openReader } from '../../vault/src/place.ts';
import { dataSchema } from '../../vault/src/tables.ts';
import type { PersonId } from '../src/index.ts';
import { storesOf } from './place.ts';

/** The evidence that a deployment's store has about somebody, whoever may read it. */
async function evidenceOf(folder: string, person: PersonId): Promise<readonly EvidenceRow[]> {
  const { database } = await storesOf(folder);
  const place = typeof database === 'string' ? database : database.data;
  const store = await openReader(place, dataSchema);
  try {
    const read = { table: 'evidence', by: 'person', equals: [person], limit: 1_000 };
    const [rows = []] = await store.read([read]);
    return rows as readonly EvidenceRow[];
  } finally {
    await store.close();
  }
}

export async function kindsOf(folder: string, person: PersonId): Promise<string[]> {
  return [...new Set((await evidenceOf(folder, person)).map(({ kind }) => kind))];
}

export async function statesOf(folder: string, person: PersonId, of: string): Promise<string[]> {
  const rows = await evidenceOf(folder, person);
  return rows.filter(({ kind }) => kind === of).map(({ state }) => state);
}
