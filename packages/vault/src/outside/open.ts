import { isPostgres } from '../connection-string.ts';
import { openTombstoneFile } from '../erasure/tombstone-file.ts';
import { VaultError } from '../fault.ts';
import { openAnchorFile } from '../log/anchor-file.ts';
import { isSameDatabase } from '../place.ts';
import type { Anchor } from '../port/anchor.ts';
import type { KeptKey } from '../port/kept-key.ts';
import type { Tombstones } from '../port/tombstones.ts';
import { openAnchorDatabase } from './anchor-database.ts';
import { openKeptKeyFile } from './kept-key-file.ts';
import { openLine } from './line.ts';
import { openTombstoneDatabase } from './tombstone-database.ts';

/** What lies outside both stores, so that stores put back to an earlier day are noticed. */
export interface Outside {
  readonly anchor: Anchor;
  readonly tombstones: Tombstones;
  readonly verifierKey: KeptKey;
  /** The files it lies in; none where it is a database. */
  readonly files: readonly string[];
}

/**
 * What lies outside the stores, by its place: the file of the checkpoint, with the others beside it; or a
 * PostgreSQL database of its own, made ready by whoever first writes to it. Nothing is opened before
 * it is asked, nor has to be closed. `AVOW_ANCHOR` if a store is in the same database.
 */
export function openOutside(place: string, stores: readonly string[]): Outside {
  return isPostgres(place) ? inDatabase(place, stores) : inFiles(place);
}

function inFiles(place: string): Outside {
  const tombstones = tombstonesBeside(place);
  return {
    anchor: openAnchorFile(place),
    tombstones: openTombstoneFile(tombstones),
    verifierKey: openKeptKeyFile(`${place}.vkey`),
    files: [place, tombstones],
  };
}

function inDatabase(place: string, stores: readonly string[]): Outside {
  if (stores.some((store) => isPostgres(store) && isSameDatabase(store, place))) {
    throw new VaultError('AVOW_ANCHOR', 'the anchor must have a database of its own');
  }
  const line = openLine(place);
  return {
    ...openAnchorDatabase(line),
    tombstones: openTombstoneDatabase(line),
    files: [],
  };
}

/** The list of erased people lies beside the last checkpoint. */
const tombstonesBeside = (anchor: string): string => `${anchor}.tombstones`;
