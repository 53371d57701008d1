/** The tag of Exif that says which way up a picture is: 1 to 8. */
const ORIENTATION = 0x0112;
const SHORT = 3;

const exif = Uint8Array.of(0x45, 0x78, 0x69, 0x66, 0, 0);

/** Reads which way up a picture is from its Exif (CIPA DC-008, section 4.6.2); undefined: it does not say. */
export function orientationIn(segment: Uint8Array): number | undefined {
  if (!exif.every((byte, at) => segment[at] === byte)) return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  try {
    const little = tiff.getUint16(0) === 0x4949;
    const first = tiff.getUint32(4, little);
    const count = tiff.getUint16(first, little);
    for (let at = first + 2; at < first + 2 + count * 12; at += 12) {
      if (tiff.getUint16(at, little) !== ORIENTATION) continue;
      const said = tiff.getUint16(at + 8, little);
      return said >= 1 && said <= 8 ? said : undefined;
    }
  } catch (problem) {
    // It points outside itself, and so says nothing.
    if (!(problem instanceof RangeError)) throw problem;
  }
  return undefined;
}

/** An Exif segment that says this one thing. */
export function orientationSegment(orientation: number): Uint8Array {
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1],
    ...[ORIENTATION >>> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ];
  const length = 2 + exif.length + tiff.length;
  return Uint8Array.of(0xff, 0xe1, length >>> 8, length & 0xff, ...exif, ...tiff);
}
