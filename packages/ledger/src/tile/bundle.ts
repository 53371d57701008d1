import { LedgerError } from '../error.ts';
import { LARGEST_ENTRY, TILE_WIDTH } from './shape.ts';

const LENGTH_BYTES = 2;

/**
 * Entries as they are published: each preceded by its length as a big-endian uint16 (C2SP
 * tlog-tiles, "Log entries"). Takes 1 to 256 bodies, else `AVOW_LEDGER_RANGE`; a body of more than
 * 65,535 bytes is `AVOW_LEDGER_ENTRY_TOO_LARGE`.
 */
export function bundle(bodies: readonly Uint8Array[]): Uint8Array {
  if (bodies.length < 1 || bodies.length > TILE_WIDTH) {
    throw new LedgerError('AVOW_LEDGER_RANGE', 'number of entries in a bundle');
  }
  const bytes = new Uint8Array(bodies.reduce((sum, body) => sum + LENGTH_BYTES + body.length, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const [i, body] of bodies.entries()) {
    if (body.length > LARGEST_ENTRY) {
      throw new LedgerError('AVOW_LEDGER_ENTRY_TOO_LARGE', `entry ${i} of the bundle`);
    }
    view.setUint16(offset, body.length);
    bytes.set(body, offset + LENGTH_BYTES);
    offset += LENGTH_BYTES + body.length;
  }
  return bytes;
}

/**
 * The bodies in a bundle, 1 to 256 of them, copied out. `AVOW_LEDGER_BUNDLE_MALFORMED` when the
 * bytes end inside an entry, or hold none or too many.
 */
export function unbundle(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodies: Uint8Array[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const start = offset + LENGTH_BYTES;
    if (start > bytes.length) throw malformed(`length of entry ${bodies.length}`);
    offset = start + view.getUint16(offset);
    if (offset > bytes.length) throw malformed(`body of entry ${bodies.length}`);
    // Not `slice`: on a Buffer that is a view, which would keep the whole bundle alive.
    bodies.push(new Uint8Array(bytes.subarray(start, offset)));
  }
  if (bodies.length < 1 || bodies.length > TILE_WIDTH) throw malformed('number of entries');
  return bodies;
}

function malformed(where: string): LedgerError {
  return new LedgerError('AVOW_LEDGER_BUNDLE_MALFORMED', where);
}
