/** Chunks that draw the picture (PNG, third edition, section 11); text, dates and places are others. */
const drawing: readonly string[] = [
  ...['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'],
];

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A PNG with the chunks that draw it and no others. Undefined: it is none, or has more than `most` pixels. */
export function pngFrom(file: Uint8Array, most: number): Uint8Array | undefined {
  if (!signature.every((byte, at) => file[at] === byte)) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kept: Uint8Array[] = [signature];
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > file.length) return undefined;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (kept.length === 1 && (type !== 'IHDR' || length !== 13)) return undefined;
    if (type === 'IHDR' && view.getUint32(at + 8) * view.getUint32(at + 12) > most)
      return undefined;
    if (drawing.includes(type)) kept.push(file.subarray(at, end));
    if (type === 'IEND') return Uint8Array.from(Buffer.concat(kept));
    at = end;
  }
  return undefined;
}
