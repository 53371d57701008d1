import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LARGEST_PHOTO, photoFrom } from '../src/pictures/photo.ts';

type Part = string | readonly number[] | Uint8Array;

const bytes = (...parts: readonly Part[]) =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );

/** A segment of a JPEG with its length. */
const segment = (marker: number, ...body: readonly Part[]) => {
  const inside = bytes(...body);
  return bytes([0xff, marker, (inside.length + 2) >>> 8, (inside.length + 2) & 0xff], inside);
};

/** Exif as a phone writes it, little endian: a maker's name, then which way up; the place stands behind. */
const exif = bytes(
  'Exif\0\0II*\0',
  [8, 0, 0, 0],
  [2, 0],
  [0x0f, 1, 2, 0, 4, 0, 0, 0, 0x41, 0x42, 0x43, 0],
  [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
  [0, 0, 0, 0],
  '31.2304 N SECRET',
);
const frame = (height: number, width: number) =>
  segment(0xc0, [8, height >>> 8, height & 0xff, width >>> 8, width & 0xff, 1, 1, 0x11, 0]);
const scan = bytes(segment(0xda, [1, 1, 0, 0, 63, 0]), [0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56]);
const draws = bytes(
  segment(0xdb, [0, ...Array(64).fill(1)]),
  frame(2, 3),
  segment(0xc4, [0, ...Array(16).fill(0)]),
  scan,
);
const end = [0xff, 0xd9];
const jpeg = bytes(
  [0xff, 0xd8],
  segment(0xe0, 'JFIF\0SECRET'),
  segment(0xe1, exif),
  segment(0xfe, 'SECRET'),
  draws,
  end,
  'SECRET',
);

const chunk = (type: string, body: Uint8Array) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return bytes(length, type, body, [0, 0, 0, 0]);
};
const header = (width: number, height: number) => {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  return chunk('IHDR', body);
};
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const idat = chunk('IDAT', deflateSync(Buffer.alloc(12)));
const iend = chunk('IEND', Buffer.alloc(0));
const png = bytes(
  signature,
  header(3, 2),
  chunk('tEXt', Buffer.from('SECRET')),
  chunk('eXIf', exif),
  idat,
  iend,
  'SECRET',
);

const asText = (found: ReturnType<typeof photoFrom>) =>
  Buffer.from(found?.bytes ?? []).toString('latin1');

describe('a picture of a seller’s own', () => {
  it('keeps what draws a JPEG and which way up it is, and nothing of where or when', () => {
    const found = photoFrom(jpeg);
    expect(found?.type).toBe('image/jpeg');
    expect(asText(found)).not.toContain('SECRET');
    const said = asText(found);
    expect(said).toContain(draws.toString('latin1'));
    expect(said.slice(0, 12)).toBe('\xff\xd8\xff\xe1\0\x22Exif\0\0');
    expect(said).toContain('\x01\x12\0\x03\0\0\0\x01\0\x06');
    // What was made clean stays as it is.
    expect(photoFrom(found!.bytes)?.bytes).toEqual(found?.bytes);
  });

  it('keeps what draws a PNG, and no text', () => {
    const found = photoFrom(png);
    expect(found?.type).toBe('image/png');
    expect(asText(found)).toBe(bytes(signature, header(3, 2), idat, iend).toString('latin1'));
  });

  it('is none where the file is cut off, however far it goes', () => {
    const ends = [
      [jpeg, jpeg.length - 'SECRET'.length],
      [png, png.length - 'SECRET'.length],
    ] as const;
    for (const [file, whole] of ends) {
      for (let length = 0; length < whole; length += 1) {
        expect(photoFrom(file.subarray(0, length))).toBeUndefined();
      }
      expect(photoFrom(file.subarray(0, whole))).toBeDefined();
    }
  });

  it('is none where it is something else, or too large to draw', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    const many = bytes([0xff, 0xd8], frame(0xffff, 0xffff), scan, end);
    const wide = bytes(signature, header(100_000, 100_000), idat, iend);
    for (const file of [svg, Buffer.from('GIF89a'), many, wide, Buffer.alloc(LARGEST_PHOTO + 1)]) {
      expect(photoFrom(file)).toBeUndefined();
    }
  });
});
