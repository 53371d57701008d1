import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  LedgerError,
  leafHash,
  nodeHash,
  rootOf,
} from '../src/index.ts';
import { entries, MemoryLog } from './memory-log.ts';
import { MTH, PATH, PROOF } from './reference/rfc6962.ts';

const LARGEST = 2000;
const bodies = entries(LARGEST);

/** A tree of up to `LARGEST` leaves, built in batches of any sizes. */
const batches = fc
  .array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 })
  .filter((sizes) => sizes.reduce((sum, size) => sum + size, 0) <= LARGEST);

function build(sizes: readonly number[]): MemoryLog {
  const log = new MemoryLog();
  for (const size of sizes) log.add(bodies.slice(log.size, log.size + size));
  return log;
}

describe('tree', () => {
  it('has the root of the reference, however it was built', () => {
    fc.assert(
      fc.property(batches, (sizes) => {
        const log = build(sizes);
        const reference = MTH(bodies.slice(0, log.size));
        expect(rootOf(log.size, log)).toEqual(reference);
        if (sizes.length > 0) expect(log.root).toEqual(reference);
      }),
      { numRuns: 100 },
    );
  });

  it('has the same tiles whether built at once or in batches', () => {
    fc.assert(
      fc.property(batches, (sizes) => {
        const log = build(sizes);
        expect(log.tiles).toEqual(MemoryLog.of(bodies.slice(0, log.size)).tiles);
      }),
      { numRuns: 50 },
    );
  });

  it('answers for every earlier size from the tiles of the newest', () => {
    const log = MemoryLog.of(bodies.slice(0, 600));
    for (const size of [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 599]) {
      expect(rootOf(size, log)).toEqual(MTH(bodies.slice(0, size)));
    }
  });

  it('gives the proofs of the reference', () => {
    const log = MemoryLog.of(bodies);
    const pair = fc.tuple(fc.nat(LARGEST), fc.nat(LARGEST)).map(([a, b]) => [a, b].sort(byValue));
    fc.assert(
      fc.property(pair, ([older = 0, newer = 0]) => {
        const D = bodies.slice(0, newer);
        if (older < newer) expect(inclusionProof(older, newer, log)).toEqual(PATH(older, D));
        if (older > 0) expect(consistencyProof(older, newer, log)).toEqual(PROOF(older, D));
      }),
      { numRuns: 150 },
    );
  });

  it('answers only the tiles that changed', () => {
    const log = MemoryLog.of(bodies.slice(0, 300));
    const { tiles } = append({ size: 300 }, log, bodies.slice(300, 301).map(leafHash));
    expect(tiles.map(({ level, n, width }) => [level, n, width])).toEqual([[0, 1, 45]]);
    expect(append({ size: 300 }, log, []).tiles).toEqual([]);
  });

  it('carries full tiles up, as the standard describes a tree of 70,000', () => {
    const log = MemoryLog.of(entries(70_000));
    const widths = (level: number): number[] =>
      [...log.tiles].flatMap(([key, hashes]) =>
        key.startsWith(`${level}/`) ? [hashes.length / 32] : [],
      );
    expect(widths(0).filter((width) => width === 256)).toHaveLength(273);
    expect(widths(0).filter((width) => width < 256)).toEqual([112]);
    expect(widths(1).toSorted(byValue)).toEqual([17, 256]);
    expect(widths(2)).toEqual([1]);
  });

  it('leaves the tiles it reads as they are, also when they are Buffers', () => {
    const log = MemoryLog.of(bodies.slice(0, 300));
    for (const [key, hashes] of log.tiles) log.tiles.set(key, Buffer.from(hashes));
    expect(rootOf(300, log)).toEqual(log.root);
    expect(rootOf(300, log)).toEqual(log.root);
  });

  it('reads no tile twice for one proof', () => {
    const log = MemoryLog.of(bodies);
    const asked: string[] = [];
    const tiles = {
      tile(level: number, n: number, width: number) {
        asked.push(`${level}/${n}.p/${width}`);
        return log.tile(level, n);
      },
    };
    inclusionProof(700, 1999, tiles);
    expect(asked.toSorted()).toEqual(['0/2.p/256', '0/7.p/207', '1/0.p/7']);
  });
});

describe('tree: what it refuses', () => {
  const log = MemoryLog.of(bodies.slice(0, 300));
  const none = { tile: () => undefined };

  it.each([
    ['a leaf that is no hash', () => append({ size: 300 }, log, [new Uint8Array(31)]), 'HASH'],
    ['a child that is no hash', () => nodeHash(EMPTY_ROOT, new Uint8Array(33)), 'HASH'],
    ['a size that is no count', () => rootOf(1.5, log), 'RANGE'],
    ['a size below zero', () => append({ size: -1 }, log, []), 'RANGE'],
    ['an index beyond the tree', () => inclusionProof(300, 300, log), 'RANGE'],
    ['an older tree that is larger', () => consistencyProof(301, 300, log), 'RANGE'],
    ['a tile that is missing', () => rootOf(300, none), 'TILE_MISSING'],
    ['a tile that is short', () => rootOf(301, log), 'TILE_MALFORMED'],
    ['a tile cut inside a hash', () => rootOf(1, { tile: () => new Uint8Array(33) }), 'TILE_MALF'],
  ])('%s', (_, act, code) => {
    expect(act).toThrow(LedgerError);
    expect(act).toThrow(expect.objectContaining({ code: expect.stringContaining(code) }));
  });
});

function byValue(a: number, b: number): number {
  return a - b;
}
