import { orientationIn, orientationSegment } from './orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const EXIF = 0xe1;
/** Adobe's segment says how the colours are coded; without it some pictures are drawn in wrong ones. */
const ADOBE = 0xee;

/** Segments with tables: Huffman, arithmetic, quantisation, restart. */
const tables: readonly number[] = [0xc4, 0xcc, 0xdb, 0xdd];

/** A frame's header, with its height and width. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * A JPEG (ITU-T T.81, annex B) with the segments that draw it, which way up it is, and nothing else: what follows
 * its end goes as well. Undefined: it is none, is cut off, or has more than `most` pixels.
 */
export function jpegFrom(file: Uint8Array, most: number): Uint8Array | undefined {
  if (file[0] !== 0xff || file[1] !== SOI) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kept: Uint8Array[] = [];
  let orientation: number | undefined;
  let hasFrame = false;
  for (let at = 2; at + 4 <= file.length || file[at + 1] === EOI; ) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      return hasFrame ? assembled(kept, orientation) : undefined;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > file.length) return undefined;
    const segment = file.subarray(at, end);
    if (isFrame(marker)) {
      if (segment.length < 9 || view.getUint16(at + 5) * view.getUint16(at + 7) > most)
        return undefined;
      hasFrame = true;
    }
    if (isFrame(marker) || tables.includes(marker) || isAdobe(marker, segment)) kept.push(segment);
    if (marker === EXIF) orientation ??= orientationIn(segment.subarray(4));
    if (marker === SOS) {
      const next = endOfScan(file, end);
      if (next === undefined) return undefined;
      kept.push(file.subarray(at, next));
      at = next;
    } else at = end;
  }
  return undefined;
}

function assembled(kept: readonly Uint8Array[], orientation: number | undefined): Uint8Array {
  const turned = orientation === undefined ? [] : [orientationSegment(orientation)];
  const ends = [Uint8Array.of(0xff, SOI), Uint8Array.of(0xff, EOI)] as const;
  return Uint8Array.from(Buffer.concat([ends[0], ...turned, ...kept, ends[1]]));
}

const isAdobe = (marker: number, segment: Uint8Array) =>
  marker === ADOBE &&
  segment.length === 16 &&
  String.fromCharCode(...segment.subarray(4, 9)) === 'Adobe';

/** Where the next marker stands after what a scan has coded: `FF 00` is data, and restarts belong to it. */
function endOfScan(file: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < file.length; at += 1) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7) || next === 0xff;
    if (!isData) return at;
  }
  return undefined;
}
