import { type NumberedKey, numberedRow, numbersOf } from '../keys/names.ts';
import { noteIn, type RotatedKey } from '../keys/notes.ts';
import type { SecretRow } from '../keys/tables.ts';

/** How the keys of a deployment stand. Moments are epoch ms. Holds no key. */
export interface KeyState {
  /** Since when each is in force. */
  readonly since: Readonly<Record<RotatedKey, number>>;
  /** Those that are being replaced, and since when. */
  readonly underWay: readonly { readonly key: RotatedKey; readonly since: number }[];
  /** When the root key was last put in escrow; `outdated` if that is not the one in force now. */
  readonly escrow: { readonly made: number; readonly isOutdated: boolean } | undefined;
}

const KEYS: readonly RotatedKey[] = ['root', 'region', 'index'];

/** What the rows of table `secret` tell. */
export function keyStateIn(rows: readonly SecretRow[]): KeyState {
  const newest = (key: NumberedKey) =>
    numberedRow(rows, key, numbersOf(rows, key).at(-1) ?? 1)?.created ?? 0;
  const region = newest('region');
  const current = noteIn(rows, 'escrow');
  const last = current ?? noteIn(rows, 'escrow/outdated');
  return {
    since: { root: noteIn(rows, 'root')?.created ?? region, region, index: newest('index') },
    underWay: KEYS.flatMap((key) => {
      const note = noteIn(rows, `rotation/${key}`);
      return note === undefined ? [] : [{ key, since: note.created }];
    }),
    escrow: last && { made: last.created, isOutdated: current === undefined },
  };
}
