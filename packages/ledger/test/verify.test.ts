import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import vectors from '../../../vectors/ledger/rfc6962.json' with { type: 'json' };
import noteVectors from '../../../vectors/ledger/signed-note.json' with { type: 'json' };
import {
  consistencyProof,
  createSigner,
  formatCheckpoint,
  formatProof,
  generateLogKey,
  inclusionProof,
  LedgerError,
  leafHash,
  rootOf,
  signCheckpoint,
  signPromise,
  verifyCheckpoint,
  verifyConsistency,
  verifyNote,
} from '../src/index.ts';
import * as browser from '../src/verify/index.ts';
import { importVkey, openNote } from '../src/verify/note.ts';
import { asOutcome } from '../src/verify/outcome.ts';
import { entries, MemoryLog } from './memory-log.ts';
import { bumpByte, flipBit } from './mutate.ts';

const signer = createSigner('log.example/one', generateLogKey().privateKey);
const stranger = createSigner('log.example/one', generateLogKey().privateKey);
const { vkey } = signer;
const log = MemoryLog.of(entries(600));
const checkpointAt = (size: number, by = signer) =>
  signCheckpoint({ origin: by.name, size, root: rootOf(size, log) }, by);
const receipt = (index: number, size: number) =>
  formatProof({
    index,
    hashes: inclusionProof(index, size, log),
    checkpoint: checkpointAt(size),
  });

describe('verifyReceipt', () => {
  const proofText = receipt(300, 600);
  const body = log.bodies[300]!;

  it('accepts the receipt of an entry, by body or by leaf hash', async () => {
    const found = { ok: true, index: 300, size: 600, origin: 'log.example/one' };
    expect(await browser.verifyReceipt({ proofText, body, vkey })).toEqual(found);
    const leaf = leafHash(body);
    expect(await browser.verifyReceipt({ proofText, leaf, vkey })).toEqual(found);
    expect(await browser.leafHash(body)).toEqual(leaf);
  });

  it.each([
    ['another entry', { body: log.bodies[299]! }, 'AVOW_LEDGER_INCLUSION_WRONG'],
    ['a leaf that is no hash', { leaf: body, body: undefined }, 'AVOW_LEDGER_HASH_MALFORMED'],
    ['another key', { vkey: stranger.vkey }, 'AVOW_LEDGER_SIGNATURE_MISSING'],
    ['a cut key', { vkey: vkey.slice(0, -1) }, 'AVOW_LEDGER_KEY_MALFORMED'],
    ['another index', { proofText: proofText.replace('index 300', 'index 301') }, 'INCLUSION'],
    ['another size', { proofText: proofText.replace('\n600\n', '\n601\n') }, 'SIGNATURE_WRONG'],
    ['another version', { proofText: proofText.replace('@v1', '@v2') }, 'PROOF_MALFORMED'],
  ])('refuses %s', async (_, change, reason) => {
    const given = { proofText, body, vkey, ...change } as Parameters<
      typeof browser.verifyReceipt
    >[0];
    const outcome = await browser.verifyReceipt(given);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('refuses a checkpoint that the key signed for another log', async () => {
    const other = { origin: 'log.example/two', size: 600, root: rootOf(600, log) };
    const checkpoint = signer.sign(formatCheckpoint(other));
    const hashes = inclusionProof(300, 600, log);
    const text = formatProof({ index: 300, hashes, checkpoint });
    expect(await browser.verifyReceipt({ proofText: text, body, vkey })).toMatchObject({
      reason: 'AVOW_LEDGER_ORIGIN_WRONG',
    });
  });

  it('says so where the platform offers no WebCrypto, as in a page served without TLS', async () => {
    vi.stubGlobal('crypto', {});
    const outcome = await browser.verifyReceipt({ proofText, body, vkey });
    vi.unstubAllGlobals();
    expect(outcome).toEqual({ ok: false, reason: 'AVOW_LEDGER_UNSUPPORTED', where: 'WebCrypto' });
  });

  it('refuses every receipt after any change of one character', async () => {
    const edit = fc.constantFrom('', 'A', '1', ' ', '\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(proofText.length - 1), edit, async (i, other) => {
        const mutated = proofText.slice(0, i) + other + proofText.slice(i + 1);
        fc.pre(mutated !== proofText);
        const outcome = await browser.verifyReceipt({ proofText: mutated, body, vkey });
        expect(outcome.ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('verifyPromise', () => {
  const body = log.bodies[1]!;
  const times = { promisedAt: Date.UTC(2026, 0), integratedBy: Date.UTC(2026, 0, 1, 0, 0, 1) };
  const note = signPromise({ origin: signer.name, leaf: leafHash(body), ...times }, signer);

  it('accepts a promise over this entry and refuses it for another', async () => {
    const found = { ok: true, origin: signer.name, ...times };
    expect(await browser.verifyPromise({ note, vkey, body })).toEqual(found);
    const other = await browser.verifyPromise({ note, vkey, body: log.bodies[2]! });
    expect(other).toMatchObject({ ok: false, reason: 'AVOW_LEDGER_LEAF_WRONG' });
  });

  it('refuses a checkpoint in the place of a promise', async () => {
    const outcome = await browser.verifyPromise({ note: checkpointAt(600), vkey, body });
    expect(outcome).toMatchObject({ ok: false, reason: 'AVOW_LEDGER_PROMISE_MALFORMED' });
  });
});

describe('Node and browser agree', () => {
  it('on signed notes and keys, right and wrong', async () => {
    const { text, keys, badVkeys } = noteVectors;
    const note = text + '\n'.concat(...keys.map((key) => key.signature));
    const notes = [note, ...Array.from(note, (_, i) => bumpByte(note, i)), text, ''];
    const cases = [
      ...notes.map((each) => ({ note: each, vkey: keys[0]!.vkey })),
      ...[...keys.map((key) => key.vkey), ...badVkeys].map((each) => ({ note, vkey: each })),
      ...Array.from(keys[0]!.vkey, (_, i) => ({ note, vkey: bumpByte(keys[0]!.vkey, i) })),
    ];
    for (const each of cases) {
      const inBrowser = await asOutcome(async () => ({
        text: await openNote(each.note, await importVkey(each.vkey)),
      }));
      expect(inBrowser).toEqual(inNode(() => ({ text: verifyNote(each.note, each.vkey) })));
    }
  });

  it('on the reference tree of Certificate Transparency', async () => {
    const tree = MemoryLog.of(
      vectors.leaves.map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
    );
    const sign = (size: number) =>
      signCheckpoint({ origin: signer.name, size, root: rootOf(size, tree) }, signer);
    for (const { index, size } of vectors.inclusion) {
      const hashes = inclusionProof(index, size, tree);
      const proofText = formatProof({ index, hashes, checkpoint: sign(size) });
      const outcome = await browser.verifyReceipt({ proofText, body: tree.bodies[index]!, vkey });
      expect(outcome).toMatchObject({ ok: true, index, size });
    }
    for (const { older, newer } of vectors.consistency) {
      const proof = consistencyProof(older, newer, tree);
      const claim = { older: sign(older), newer: sign(newer), proof, vkey };
      expect(await browser.verifyConsistencyProof(claim)).toMatchObject({ ok: true });
    }
  });

  it('on consistency proofs, right and wrong', async () => {
    const sizes = fc.nat(600);
    await fc.assert(
      fc.asyncProperty(sizes, sizes, sizes, fc.nat(255), async (a, b, c, bit) => {
        const [older, newer] = [Math.min(a, b), Math.max(a, b)];
        const right = consistencyProof(older, newer, log);
        const proofs = [
          right,
          right.slice(1),
          right.map((hash) => flipBit(hash, bit)),
          consistencyProof(Math.min(c, newer), newer, log),
        ];
        const forged = (size: number) => {
          const root = flipBit(rootOf(size, log), bit);
          return signCheckpoint({ origin: signer.name, size, root }, signer);
        };
        const claims = [
          ...proofs.map((proof) => ({
            older: checkpointAt(older),
            newer: checkpointAt(newer),
            proof,
          })),
          { older: forged(older), newer: checkpointAt(newer), proof: right },
          { older: checkpointAt(older), newer: forged(newer), proof: right },
        ];
        for (const claim of claims) {
          const [first, second] = [claim.older, claim.newer].map((n) => verifyCheckpoint(n, vkey));
          const outcome = await browser.verifyConsistencyProof({ ...claim, vkey });
          expect(outcome.ok).toBe(verifyConsistency(first!, second!, claim.proof));
        }
      }),
      { numRuns: 100 },
    );
  });

  function inNode<Found>(check: () => Found) {
    try {
      return { ok: true, ...check() };
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      return { ok: false, reason: error.code, where: error.where };
    }
  }
});
