import type { Change } from '../port/store.ts';
import { rowNamed } from './names.ts';
import type { SecretRow } from './tables.ts';

/** The keys that can be replaced. */
export type RotatedKey = 'root' | 'region' | 'index';

/**
 * What the key store keeps in mind beside its keys: rows of table `secret` that hold none.
 *
 * - `root`: since when the root key is in force, if it is not the first.
 * - `escrow`, `escrow/outdated`: when the root key was last put in escrow, and whether it is still
 *   the one that is in force.
 * - `rotation/…`: a key is being replaced, since when; a rotation ends by removing it.
 */
export type Note = 'root' | 'escrow' | 'escrow/outdated' | `rotation/${RotatedKey}`;

const NOTHING = new Uint8Array(1);

/** The note, if it is there. */
export function noteIn(rows: readonly SecretRow[], note: Note): SecretRow | undefined {
  return rowNamed(rows, note);
}

/** Writes a note, over one that is there. */
export function noteDown(
  rows: readonly SecretRow[],
  note: Note,
  created: number,
  content: Uint8Array = NOTHING,
): Change {
  const before = noteIn(rows, note);
  const after = { name: note, wrapped: content, created };
  return { table: 'secret', ...(before === undefined ? {} : { before }), after };
}

/** Removes a note, if it is there. */
export function strikeOut(rows: readonly SecretRow[], note: Note): readonly Change[] {
  const before = noteIn(rows, note);
  return before === undefined ? [] : [{ table: 'secret', before }];
}
