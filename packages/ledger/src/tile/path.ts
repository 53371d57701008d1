import { fromDecimal, isCount } from '../decimal.ts';
import { LedgerError } from '../error.ts';
import { TILE_WIDTH, type TileId } from './shape.ts';

const HIGHEST_LEVEL = 63;

/**
 * Where a tile is published, relative to the log's prefix: `tile/<L>/<N>[.p/<W>]` (C2SP tlog-tiles,
 * "Merkle Tree"). Tile 1234067 of level 0 is `tile/0/x001/x234/067`. Throws `AVOW_LEDGER_RANGE`.
 */
export function tilePath({ level, n, width }: TileId): string {
  if (!isCount(level) || level > HIGHEST_LEVEL) throw new LedgerError('AVOW_LEDGER_RANGE', 'level');
  return `tile/${level}/${formatPlace(n, width)}`;
}

/**
 * Where a bundle of entries is published: `tile/entries/<N>[.p/<W>]` (C2SP tlog-tiles, "Log
 * entries").
 */
export function entriesPath(n: number, width: number): string {
  return `tile/entries/${formatPlace(n, width)}`;
}

/**
 * The tile that a path names, or `AVOW_LEDGER_PATH_MALFORMED`. Only what `tilePath` writes is read.
 */
export function parseTilePath(path: string): TileId {
  const { head, n, width } = parsePath(path);
  const level = fromDecimal(head);
  if (level === undefined || level > HIGHEST_LEVEL) throw malformed('level');
  return { level, n, width };
}

/**
 * The bundle that a path names, or `AVOW_LEDGER_PATH_MALFORMED`. Only what `entriesPath` writes is
 * read.
 */
export function parseEntriesPath(path: string): { readonly n: number; readonly width: number } {
  const { head, n, width } = parsePath(path);
  if (head !== 'entries') throw malformed('resource');
  return { n, width };
}

function formatPlace(n: number, width: number): string {
  if (!isCount(n)) throw new LedgerError('AVOW_LEDGER_RANGE', 'n');
  if (!isCount(width) || width < 1 || width > TILE_WIDTH) {
    throw new LedgerError('AVOW_LEDGER_RANGE', 'width');
  }
  return formatGroups(n) + (width === TILE_WIDTH ? '' : `.p/${width}`);
}

function formatGroups(n: number): string {
  const last = String(n % 1000).padStart(3, '0');
  const groups = [last];
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return groups.join('/');
}

function parsePath(path: string): { head: string; n: number; width: number } {
  const match = /^tile\/([^/]+)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([^/]+))?$/.exec(path);
  if (match === null) throw malformed('form');
  const [, head = '', groups = '', partial] = match;
  const n = parseGroups(groups);
  if (partial === undefined) return { head, n, width: TILE_WIDTH };
  const width = fromDecimal(partial);
  if (width === undefined || width < 1 || width >= TILE_WIDTH) throw malformed('width');
  return { head, n, width };
}

function parseGroups(groups: string): number {
  const n = Number(groups.replaceAll(/[x/]/g, ''));
  // The round trip refuses a needless leading `x000` and numbers beyond 2^53 − 1.
  if (!Number.isSafeInteger(n) || formatGroups(n) !== groups) throw malformed('tile number');
  return n;
}

function malformed(where: string): LedgerError {
  return new LedgerError('AVOW_LEDGER_PATH_MALFORMED', where);
}
