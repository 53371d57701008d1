import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bundle,
  entriesPath,
  LARGEST_ENTRY,
  LedgerError,
  parseEntriesPath,
  parseTilePath,
  tilePath,
  unbundle,
} from '../src/index.ts';

const place = {
  n: fc.oneof(fc.nat(3000), fc.maxSafeNat()),
  width: fc.integer({ min: 1, max: 256 }),
};

describe('tile paths', () => {
  it.each([
    ['tile/0/000', { level: 0, n: 0, width: 256 }],
    ['tile/0/x001/x234/067', { level: 0, n: 1_234_067, width: 256 }],
    ['tile/63/x001/000.p/255', { level: 63, n: 1000, width: 255 }],
    ['tile/2/000.p/1', { level: 2, n: 0, width: 1 }],
  ])('%s', (path, tile) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.record({ level: fc.nat(63), ...place }), (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
    fc.assert(
      fc.property(fc.record(place), ({ n, width }) => {
        expect(parseEntriesPath(entriesPath(n, width))).toEqual({ n, width });
      }),
    );
  });

  it.each([
    '',
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/001/001',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/../000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/entries/000',
  ])('refuse %j', (path) => {
    expect(() => parseTilePath(path)).toThrow(LedgerError);
  });

  it('refuse a tile path where entries are asked for, and numbers outside their range', () => {
    expect(() => parseEntriesPath('tile/0/000')).toThrow(LedgerError);
    expect(() => tilePath({ level: 64, n: 0, width: 1 })).toThrow('level');
    expect(() => tilePath({ level: 0, n: -1, width: 1 })).toThrow('n');
    expect(() => entriesPath(0, 0)).toThrow('width');
    expect(() => entriesPath(0, 257)).toThrow('width');
  });
});

describe('entry bundles', () => {
  const body = fc.uint8Array({ maxLength: 300 });

  it('come back as they were written', () => {
    const bodies = fc.array(body, { minLength: 1, maxLength: 256 });
    fc.assert(
      fc.property(bodies, (all) => {
        expect(unbundle(bundle(all))).toEqual(all);
      }),
    );
  });

  it('are a big-endian length and a body, again and again', () => {
    const bytes = bundle([Uint8Array.of(7), new Uint8Array(0), new Uint8Array(258)]);
    expect([...bytes.subarray(0, 7)]).toEqual([0, 1, 7, 0, 0, 1, 2]);
    expect(bytes).toHaveLength(7 + 258);
  });

  it('are copied out, also from a Buffer', () => {
    const bytes = Buffer.from(bundle([Uint8Array.of(7)]));
    const [body] = unbundle(bytes);
    bytes.fill(0);
    expect(body).toEqual(Uint8Array.of(7));
  });

  it('refuse what was cut off', () => {
    const bytes = bundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
    for (const length of [0, 1, 2, 3, 4, 6, 7]) {
      expect(() => unbundle(bytes.subarray(0, length))).toThrow(LedgerError);
    }
  });

  it('hold 1 to 256 entries of at most 65,535 bytes', () => {
    const largest = new Uint8Array(LARGEST_ENTRY);
    expect(unbundle(bundle([largest]))).toEqual([largest]);
    expect(() => bundle([new Uint8Array(LARGEST_ENTRY + 1)])).toThrow('entry 0');
    expect(() => bundle([])).toThrow(LedgerError);
    expect(() => bundle(Array(257).fill(new Uint8Array(0)))).toThrow(LedgerError);
    expect(() => unbundle(new Uint8Array(2 * 257))).toThrow('number of entries');
  });
});
