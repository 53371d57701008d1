import type { Read } from '../port/store.ts';
import type { SecretRow } from './tables.ts';

/** Keys of which there are two while one takes the place of the other. */
export type NumberedKey = 'region' | 'index';

/** The read of everything that the key store knows of the deployment itself. */
export const readSecretRows: Read = { table: 'secret', by: 'key', equals: [], limit: 100 };

/** The row that holds a key: the first has the plain name, each later one its number with it. */
export function nameOf(key: NumberedKey, number: number): string {
  return number === 1 ? key : `${key}/${number}`;
}

/** The numbers of the keys of this name that are there, the newest last. */
export function numbersOf(rows: readonly SecretRow[], key: NumberedKey): readonly number[] {
  return rows
    .filter(({ name }) => name === key || name.startsWith(`${key}/`))
    .map(({ name }) => (name === key ? 1 : Number(name.slice(key.length + 1))))
    .sort((a, b) => a - b);
}

/**
 * The row of a key of a line. The first bears its number too once there is a second of its kind that
 * every program must know of: one too old for that then finds no key, instead of half of them.
 */
export function numberedRow(
  rows: readonly SecretRow[],
  key: NumberedKey,
  number: number,
): SecretRow | undefined {
  return rowNamed(rows, nameOf(key, number)) ?? rowNamed(rows, `${key}/${number}`);
}

/** What a key is bound to when it is wrapped: the name of its row. */
export function secretPlace(name: string): readonly string[] {
  return ['secret', name];
}

/** The row of this name. */
export function rowNamed(rows: readonly SecretRow[], name: string): SecretRow | undefined {
  return rows.find((row) => row.name === name);
}
