import { TILE_WIDTH } from '../tile/shape.ts';
import type { TileReader } from '../tree/reader.ts';
import type { AuditFailure } from './outcome.ts';
import { findLeaf, type TileDifference } from './stored-tiles.ts';

/** What a count of the entries came to, for a checkpoint of `size` leaves. */
interface EntryCount {
  readonly size: number;
  /** Entries that were there, up to `size`. */
  readonly counted: number;
  /** Whether there was one more than `size`. */
  readonly hasSurplus: boolean;
  /** Where the entries first differ from the stored tiles. */
  readonly difference: TileDifference | undefined;
  /** The hash that the entries give at that place. */
  readonly found: Uint8Array | undefined;
}

/**
 * Names the entry that is wrong, given tiles that lead to the signed root and so can be believed.
 * The first difference is at level 0, since every leaf is compared before the tiles above it.
 */
export function nameEntryFailure(count: EntryCount, tiles: TileReader): AuditFailure {
  const { size, counted, hasSurplus, difference, found } = count;
  const index =
    difference === undefined ? counted : difference.n * TILE_WIDTH + difference.position;
  if (hasSurplus) return { kind: 'entry-added', index };
  if (counted < size) return { kind: 'entry-missing', index };
  const belongsAt = found && findLeaf(tiles, size, found);
  return belongsAt === undefined
    ? { kind: 'entry-altered', index }
    : { kind: 'entry-misplaced', index, belongsAt };
}
