import { jpegFrom } from './jpeg.ts';
import { pngFrom } from './png.ts';

/** A picture of a seller's own, without anything but the picture. */
export interface Photo {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** The largest file that is taken, in bytes. */
export const LARGEST_PHOTO = 4 * 1024 * 1024;

/** The most pixels: a browser needs four bytes for each, however small the file is. */
export const MOST_PIXELS = 40_000_000;

/**
 * Reads a picture, by what it is and not by what it says it is. A phone writes into the file where and when
 * it was taken, with what, and sometimes of whom: only what draws the picture is kept. Undefined: neither JPEG nor
 * PNG, cut off, or too large.
 */
export function photoFrom(file: Uint8Array): Photo | undefined {
  if (file.length > LARGEST_PHOTO) return undefined;
  const jpeg = jpegFrom(file, MOST_PIXELS);
  if (jpeg !== undefined) return { type: 'image/jpeg', bytes: jpeg };
  const png = pngFrom(file, MOST_PIXELS);
  return png && { type: 'image/png', bytes: png };
}
