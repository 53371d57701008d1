import {
  leafHash,
  parseProof,
  verifyCheckpoint,
  verifyInclusion,
  verifyPromise,
} from '@avow/ledger';
import { commitment } from '@avow/vault';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../src/index.ts';
import { member } from './people.ts';
import { type Market, market } from './place.ts';

/** Checks a receipt as somebody does who has nothing but the receipt and the log's key. */
function verify({ body, vkey, promise, proof, opening }: Receipt) {
  const bytes = Buffer.from(body, 'base64');
  const leaf = leafHash(bytes);
  if (promise !== undefined) expect(verifyPromise(promise, vkey).leaf).toEqual(leaf);
  if (proof !== undefined) {
    const { index, hashes, checkpoint } = parseProof(proof);
    const { size, root } = verifyCheckpoint(checkpoint, vkey);
    expect(verifyInclusion(leaf, index, size, hashes, root)).toBe(true);
  }
  const { subject } = JSON.parse(bytes.toString());
  if (opening === undefined) return { isOpened: false };
  const { nonce, person, party = null, evidence, at } = opening;
  const opened = commitment(Buffer.from(nonce, 'base64'), { person, party, evidence, at });
  return { isOpened: Buffer.from(opened).toString('base64') === subject };
}

async function used(avow: Market) {
  const person = await member(avow);
  const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
  const { entry } = await avow.act('use', question);
  return { person, entry };
}

describe('a receipt', () => {
  it('holds the promise at once, the proof once the entry is in the tree', async () => {
    const avow = await market();
    const { person, entry } = await used(avow);
    const early = await avow.receipt(entry, person);
    if (!early) throw new Error('no receipt');
    expect(verify(early)).toEqual({ isOpened: true });

    await avow.log.flush();
    const late = await avow.receipt(entry, person);
    if (!late) throw new Error('no receipt');
    expect(late.proof).toBeDefined();
    expect(verify(late)).toEqual({ isOpened: true });
    expect(late.body).toBe(early.body);
  });

  it('proves of whom it speaks even after erasure, to the one who holds it and to nobody else', async () => {
    const avow = await market();
    const { person, entry } = await used(avow);
    await avow.log.flush();
    const held = await avow.receipt(entry, person);
    const erased = await avow.erase({ person });
    await avow.log.flush();
    if (!held || !erased.permitted || !erased.value.receipt) throw new Error('no receipt');
    expect(verify(held)).toEqual({ isOpened: true });
    expect(verify(erased.value.receipt)).toEqual({ isOpened: true });

    await expect(avow.receipt(entry, person)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    const open = await avow.receipt(entry);
    if (!open) throw new Error('no receipt');
    expect(open.opening).toBeUndefined();
    expect(verify(open)).toEqual({ isOpened: false });
  });

  it('opens nothing with the keys of somebody else', async () => {
    const avow = await market();
    const { entry } = await used(avow);
    const { person: other } = await avow.subjects.create();
    expect((await avow.receipt(entry, other))?.opening).toBeUndefined();
  });

  it('is none of an entry that is not there', async () => {
    const avow = await market();
    expect(await avow.receipt('079c2007ddc7287558cfc0000000ff' as never)).toBeUndefined();
  });
});
