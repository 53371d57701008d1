import type { PersonRow, Vault } from '@avow/vault';
import type { PersonId } from '../face/ids.ts';
import { isThere } from '../register/person.ts';

/** People that are read at a time, and of whom something else is read in one go. */
const PAGE = 1_000;
const TOGETHER = 32;

/** Everybody who has not been erased, in the order of their ids. */
export function severalPeople(vault: Vault): AsyncIterable<readonly PersonId[]> {
  return several(vault, isThere);
}

/** Of these, whoever is not suspended. */
export function severalActive(vault: Vault): AsyncIterable<readonly PersonId[]> {
  return several(vault, ({ state }) => state === 'active');
}

async function* several(
  vault: Vault,
  isMeant: (row: PersonRow) => boolean,
): AsyncIterable<readonly PersonId[]> {
  for (let after = ''; ; ) {
    const page = { table: 'person', by: 'key', equals: [], after, limit: PAGE } as const;
    const [rows] = await vault.read([page]);
    const people = rows.filter(isMeant).map(({ id }) => id as PersonId);
    for (let at = 0; at < people.length; at += TOGETHER) yield people.slice(at, at + TOGETHER);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}
