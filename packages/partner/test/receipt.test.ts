import {
  consistencyProof,
  createSigner,
  formatProof,
  generateLogKey,
  inclusionProof,
  leafHash,
  signCheckpoint,
  signPromise,
} from '@avow/ledger';
import { describe, expect, it } from 'vitest';
import { MemoryLog } from '../../ledger/test/memory-log.ts';
import { type Receipt, verify } from '../src/receipt.ts';

const body = (id: string) => new TextEncoder().encode(JSON.stringify({ id, cell: 'open' }));
const signer = createSigner('market.example/log', generateLogKey().privateKey);
const { vkey } = signer;
const log = MemoryLog.of(['a', 'b', 'c'].map(body));
const checkpointOf = (of: MemoryLog) =>
  signCheckpoint({ origin: signer.name, size: of.size, root: of.root }, signer);
const early = checkpointOf(log);
const hashes = inclusionProof(1, 3, log);
log.add(['d', 'e'].map(body));
const late = checkpointOf(log);
const consistency = consistencyProof(3, 5, log);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const receipt: Receipt = {
  entry: 'b',
  body: base64(body('b')),
  proof: formatProof({ index: 1, hashes, checkpoint: early }),
};

describe('a receipt', () => {
  it('is proven by the log’s key alone', async () => {
    expect(await verify(vkey, receipt)).toEqual({
      ok: true,
      state: 'proven',
      origin: 'market.example/log',
      index: 1,
      size: 3,
    });
  });

  it('goes together with a checkpoint of its size, and with a later one by a proof', async () => {
    expect(await verify(vkey, receipt, { checkpoint: early })).toMatchObject({ ok: true });
    expect(await verify(vkey, receipt, { checkpoint: late, consistency })).toMatchObject({
      ok: true,
    });
    expect(await verify(vkey, receipt, { checkpoint: late })).toMatchObject({
      ok: false,
      reason: 'AVOW_LEDGER_CONSISTENCY_WRONG',
    });
  });

  it('does not go together with a log that was rewritten since', async () => {
    const rewritten = checkpointOf(MemoryLog.of(['a', 'x', 'c'].map(body)));
    expect(await verify(vkey, receipt, { checkpoint: rewritten })).toMatchObject({ ok: false });
  });

  it('is promised, until it is proven', async () => {
    const promise = signPromise(
      { origin: signer.name, leaf: leafHash(body('b')), promisedAt: 1_000, integratedBy: 2_000 },
      signer,
    );
    const early = { entry: 'b', body: receipt.body, proof: null, promise };
    expect(await verify(vkey, early)).toMatchObject({ ok: true, state: 'promised' });
    expect(await verify(vkey, { ...early, body: base64(body('c')), entry: 'c' })).toMatchObject({
      ok: false,
      reason: 'AVOW_LEDGER_LEAF_WRONG',
    });
  });

  it.each([
    ['another entry’s name', { entry: 'c' }],
    ['another entry’s body', { entry: 'c', body: base64(body('c')) }],
    ['no base64', { body: '~' }],
    ['neither proof nor promise', { proof: null }],
    ['a proof that is none', { proof: 'tlog' }],
  ])('is none with %s', async (_, wrong) => {
    expect(await verify(vkey, { ...receipt, ...wrong })).toMatchObject({ ok: false });
  });

  it('is none by another log’s key', async () => {
    const other = createSigner('market.example/log', generateLogKey().privateKey);
    expect(await verify(other.vkey, receipt)).toMatchObject({ ok: false });
  });
});
