import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditTree,
  createSigner,
  EMPTY_ROOT,
  generateLogKey,
  rootOf,
  signCheckpoint,
  TreeAudit,
} from '../src/index.ts';
import { entries, MemoryLog } from './memory-log.ts';
import { flipBit } from './mutate.ts';

const SIZE = 700;
const signer = createSigner('log.example/one', generateLogKey().privateKey);
const { vkey } = signer;
const bodies = entries(SIZE);
const log = MemoryLog.of(bodies);
const checkpointOf = (tree: MemoryLog, size: number) =>
  signCheckpoint({ origin: signer.name, size, root: rootOf(size, tree) }, signer);
const checkpoint = checkpointOf(log, SIZE);
const honest = { checkpoint, vkey, entries: bodies, tiles: log };
const anyIndex = fc.nat(SIZE - 1);

/** The log with one stored tile replaced, or taken away. */
function withTile(key: string, hashes: Uint8Array | undefined) {
  return {
    tile: (level: number, n: number) => (`${level}/${n}` === key ? hashes : log.tile(level, n)),
  };
}

describe('auditTree', () => {
  it('passes an honest log of any size, with and without an older checkpoint', () => {
    for (const size of [0, 1, 2, 255, 256, 257, 512, SIZE]) {
      const at = { ...honest, checkpoint: checkpointOf(log, size), entries: bodies.slice(0, size) };
      expect(auditTree(at)).toMatchObject({ ok: true, checkpoint: { size } });
      for (const older of [0, 1, 255, 256, size].filter((n) => n <= size)) {
        const previous = checkpointOf(log, older);
        expect(auditTree({ ...at, previous })).toMatchObject({ ok: true });
      }
    }
  });

  it('takes entries in their own time', () => {
    const audit = new TreeAudit(honest);
    for (const body of bodies) expect(audit.add(body)).toBe(true);
    expect(audit.finish()).toMatchObject({ ok: true });
  });

  it('names an entry with one bit altered', () => {
    fc.assert(
      fc.property(anyIndex, fc.nat(), (index, at) => {
        const body = bodies[index]!;
        // The high bit of a byte, so that no entry turns into another one.
        const altered = bodies.with(index, flipBit(body, 8 * (at % body.length) + 7));
        const failure = { kind: 'entry-altered', index };
        expect(auditTree({ ...honest, entries: altered })).toEqual({ ok: false, failure });
      }),
      { numRuns: 50 },
    );
  });

  it('names an entry that is missing or was added', () => {
    fc.assert(
      fc.property(anyIndex, (index) => {
        expect(auditTree({ ...honest, entries: bodies.toSpliced(index, 1) })).toEqual({
          ok: false,
          failure: { kind: 'entry-missing', index },
        });
        const added = Uint8Array.of(1);
        expect(auditTree({ ...honest, entries: bodies.toSpliced(index, 0, added) })).toEqual({
          ok: false,
          failure: { kind: 'entry-added', index },
        });
      }),
      { numRuns: 50 },
    );
    expect(auditTree({ ...honest, entries: [...bodies, Uint8Array.of(1)] })).toEqual({
      ok: false,
      failure: { kind: 'entry-added', index: SIZE },
    });
  });

  it('names the first of two entries that were swapped, and where it belongs', () => {
    fc.assert(
      fc.property(anyIndex, anyIndex, (a, b) => {
        fc.pre(a < b);
        const swapped = bodies.with(a, bodies[b]!).with(b, bodies[a]!);
        const failure = { kind: 'entry-misplaced', index: a, belongsAt: b };
        expect(auditTree({ ...honest, entries: swapped })).toEqual({ ok: false, failure });
      }),
      { numRuns: 50 },
    );
  });

  it('names a tile with one bit altered, and the hash in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...log.tiles.keys()), fc.nat(), (key, at) => {
        const hashes = log.tiles.get(key)!;
        const bit = at % (8 * hashes.length);
        const outcome = auditTree({ ...honest, tiles: withTile(key, flipBit(hashes, bit)) });
        const [level, n] = key.split('/').map(Number);
        const position = Math.floor(bit / 256);
        const failure = { kind: 'tile', problem: 'altered', level, n, position };
        expect(outcome).toEqual({ ok: false, failure });
      }),
      { numRuns: 50 },
    );
  });

  it('names a tile that is missing, short or cut', () => {
    for (const key of log.tiles.keys()) {
      const [level, n] = key.split('/').map(Number);
      const outcomeOf = (hashes: Uint8Array | undefined) =>
        auditTree({ ...honest, tiles: withTile(key, hashes) });
      const failure = { kind: 'tile', level, n, position: 0 };
      expect(outcomeOf(undefined)).toMatchObject({ failure: { ...failure, problem: 'missing' } });
      for (const cut of [1, 32]) {
        const short = log.tiles.get(key)!.subarray(cut);
        expect(outcomeOf(short)).toMatchObject({ failure: { ...failure, problem: 'malformed' } });
      }
    }
  });

  it('names a checkpoint after any change of one character', () => {
    fc.assert(
      fc.property(
        fc.nat(checkpoint.length - 1),
        fc.constantFrom('', 'A', '1', '\n'),
        (i, other) => {
          const mutated = checkpoint.slice(0, i) + other + checkpoint.slice(i + 1);
          fc.pre(mutated !== checkpoint);
          const outcome = auditTree({ ...honest, checkpoint: mutated });
          expect(outcome).toMatchObject({ ok: false, failure: { kind: 'checkpoint' } });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('names a history that was rewritten whole, against a checkpoint kept elsewhere', () => {
    const rewritten = MemoryLog.of(bodies.with(3, Uint8Array.of(1)));
    const forged = {
      checkpoint: checkpointOf(rewritten, SIZE),
      vkey,
      entries: rewritten.bodies,
      tiles: rewritten,
    };
    expect(auditTree(forged)).toMatchObject({ ok: true });
    for (const size of [4, 256, 300, SIZE]) {
      const outcome = auditTree({ ...forged, previous: checkpointOf(log, size) });
      expect(outcome).toEqual({ ok: false, failure: { kind: 'rewritten', size } });
    }
    expect(auditTree({ ...forged, previous: checkpointOf(log, 3) })).toMatchObject({ ok: true });
    const empty = signCheckpoint({ origin: signer.name, size: 0, root: EMPTY_ROOT }, signer);
    expect(auditTree({ ...forged, previous: empty })).toMatchObject({ ok: true });
  });

  it('names a log that shrank, and an older checkpoint that is not its own', () => {
    const rolledBack = {
      ...honest,
      checkpoint: checkpointOf(log, 600),
      entries: bodies.slice(0, 600),
      previous: checkpoint,
    };
    const failure = { kind: 'shrunk', size: 600, previousSize: SIZE };
    expect(auditTree(rolledBack)).toEqual({ ok: false, failure });
    const stranger = createSigner(signer.name, generateLogKey().privateKey);
    const previous = signCheckpoint({ origin: signer.name, size: 0, root: EMPTY_ROOT }, stranger);
    expect(auditTree({ ...honest, previous })).toMatchObject({
      failure: { kind: 'previous', code: 'AVOW_LEDGER_SIGNATURE_MISSING' },
    });
  });

  it('says that the root fails when entries and tiles were altered alike', () => {
    const altered = MemoryLog.of(bodies.with(3, Uint8Array.of(1)));
    const outcome = auditTree({ ...honest, entries: altered.bodies, tiles: altered });
    expect(outcome).toEqual({ ok: false, failure: { kind: 'root' } });
  });
});
