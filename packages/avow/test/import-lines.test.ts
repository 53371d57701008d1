import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '../src/imports/parse/csv.ts';
import { LONGEST_LINE, linesOf } from '../src/imports/parse/lines.ts';
import { readNdjson } from '../src/imports/parse/ndjson.ts';
import type { Read } from '../src/imports/parse/row.ts';

const map = { email: 'contact.email', likes: 'partner.profile', note: null };

async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  // One buffer for all pieces, as a reader that reuses its memory gives them.
  const piece = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const end = Math.min(bytes.length, at + size);
    bytes.copy(piece, 0, at, end);
    yield piece.subarray(0, end - at);
  }
}

async function csv(text: string | Buffer, size = 7): Promise<Read[]> {
  const reader = new CsvReader(map, undefined);
  const reads: Read[] = [];
  for await (const lines of linesOf(piecesOf(Buffer.from(text), size), 1, false)) {
    reads.push(...reader.take(lines));
  }
  return [...reads, ...reader.end()];
}

/** A row as its line and values, a reject as its line and code. */
const told = (reads: readonly Read[]) =>
  reads.map((read) => {
    if (read.kind === 'columns') return [read.line, read.columns];
    return [read.line, read.kind === 'row' ? Object.fromEntries(read.values) : read.code];
  });

describe('CSV', () => {
  it('reads BOM, CRLF, quotes, ends of lines in quotes, Unicode, blank lines and a last line without an end', async () => {
    const text =
      '\uFEFFemail,likes,note\r\na@b.c,"ferries, ""big"" ones",x\r\n\r\nb@b.c,"two\nlines",\n林@b.c,船 🛥,\nd@b.c,,';
    for (const size of [1, 2, 64, 1_000]) {
      expect(told(await csv(text, size))).toEqual([
        [1, ['email', 'likes', 'note']],
        [2, { email: 'a@b.c', likes: 'ferries, "big" ones' }],
        [4, { email: 'b@b.c', likes: 'two\nlines' }],
        [6, { email: '林@b.c', likes: '船 🛥' }],
        [7, { email: 'd@b.c' }],
      ]);
    }
  });

  it('rejects a bad line by its number, and reads every line behind it', async () => {
    const long = `a@b.c,${'x'.repeat(LONGEST_LINE)},`;
    const bad = Buffer.concat([
      Buffer.from('email,likes,note\na@b.c,"open,x\nb@b.c,kites,\nc@b.c,a "quote,\nd@b.c,x\n'),
      Buffer.from([0x61, 0xff, 0x0a]),
      Buffer.from(`${long}\ne@b.c,trains,\nf@b.c,"cut o`),
    ]);
    expect(told(await csv(bad, 4_096))).toEqual([
      [1, ['email', 'likes', 'note']],
      [2, 'malformed'],
      [3, { email: 'b@b.c', likes: 'kites' }],
      [4, 'malformed'],
      [5, 'malformed'],
      [6, 'malformed'],
      [7, 'tooLong'],
      [8, { email: 'e@b.c', likes: 'trains' }],
      [9, 'malformed'],
    ]);
  });

  it('holds nothing in an empty file, and has no columns where the first line cannot be read', async () => {
    expect(await csv('')).toEqual([]);
    expect(told(await csv('email,"likes\n'))).toEqual([[1, undefined]]);
  });

  it('gives back what was written, however it is cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '船'), maxLength: 6 });
    const cells = fc.array(fc.tuple(cell, cell), { maxLength: 8 });
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(cells, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const lines = rows.map(([email, likes]) => `${quoted(email)},${quoted(likes)},x\n`);
        const [, ...reads] = told(await csv(`email,likes,note\n${lines.join('')}`, size));
        const written = rows.map(([email, likes]) =>
          Object.fromEntries(Object.entries({ email, likes }).filter(([, value]) => value !== '')),
        );
        expect(reads.map(([, values]) => values)).toEqual(written);
      }),
      { numRuns: 200 },
    );
  });
});

it('NDJSON: an object of texts in each line, anything else a reject', async () => {
  const text =
    '\uFEFF{"email":"a@b.c","likes":"x","note":1}\r\n\n[]\n{"email":"a@b.c","__proto__":"x"}\n{"email":1}\n{"email":null,"likes":"x"}\n{"email":"cut';
  const reads: Read[] = [];
  for await (const lines of linesOf(piecesOf(Buffer.from(text), 3), 1, false)) {
    reads.push(...readNdjson(lines, map));
  }
  expect(told(reads)).toEqual([
    [1, { email: 'a@b.c', likes: 'x' }],
    [3, 'malformed'],
    [4, 'unknownField'],
    [5, 'malformed'],
    [6, { likes: 'x' }],
    [7, 'malformed'],
  ]);
});
