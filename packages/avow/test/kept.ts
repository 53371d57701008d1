import type { EvidenceRow } from '@avow/vault';
import { openReader } from '../../vault/src/place.ts';
import { dataSchema } from '../../vault/src/tables.ts';
import type { PersonId } from '../src/index.ts';
import { storesOf } from './place.ts';

/** The kinds of evidence that a deployment's store has about somebody, whoever may read them. */
export async function kindsOf(folder: string, person: PersonId): Promise<string[]> {
  const { database } = await storesOf(folder);
  const place = typeof database === 'string' ? database : database.data;
  const store = await openReader(place, dataSchema);
  try {
    const read = { table: 'evidence', by: 'person', equals: [person], limit: 1_000 };
    const [rows = []] = await store.read([read]);
    return [...new Set((rows as readonly EvidenceRow[]).map(({ kind }) => kind))];
  } finally {
    await store.close();
  }
}
