import {
  leafHash,
  parseProof,
  verifyCheckpoint,
  verifyInclusion,
  verifyPromise,
} from '@avow/ledger';
import { commitment } from '@avow/vault';
import { describe, expect, it } from 'vitest';
import {
  asEntryId,
  type EntryId,
  type OpenedReceipt,
  type PersonId,
  type Receipt,
} from '../src/index.ts';
import { permittedBy } from './cited.ts';
import { sizeOf } from './log.ts';
import { historyOf, member } from './people.ts';
import { type Market, market } from './place.ts';

/** Checks a receipt as somebody does who has nothing but the receipt and the log's key. */
function verify({ body, vkey, promise, proof }: Receipt): void {
  const leaf = leafHash(Buffer.from(body, 'base64'));
  expect(promise ?? proof).toBeDefined();
  if (promise !== undefined) expect(verifyPromise(promise, vkey).leaf).toEqual(leaf);
  if (proof !== undefined) {
    const { index, hashes, checkpoint } = parseProof(proof);
    const { size, root } = verifyCheckpoint(checkpoint, vkey);
    expect(verifyInclusion(leaf, index, size, hashes, root)).toBe(true);
  }
}

/** Checks that a receipt speaks of whom it says it does. */
function verifyOpened({ opening, ...receipt }: OpenedReceipt, subject: PersonId): void {
  verify(receipt);
  const { nonce, person, party = null, evidence, at } = opening;
  const opened = commitment(Buffer.from(nonce, 'base64'), { person, party, evidence, at });
  const body = JSON.parse(Buffer.from(receipt.body, 'base64').toString());
  expect(Buffer.from(opened).toString('base64')).toBe(body.subject);
  expect(person).toBe(subject);
}

async function used(avow: Market) {
  const person = await member(avow);
  const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
  const { entry } = await avow.act('use', question);
  return { person, entry };
}

async function openedBy(avow: Market, person: PersonId, entry: EntryId) {
  return permittedBy(await avow.openReceipt({ person, entry }), 'S.2.2');
}

describe('a receipt', () => {
  it('holds the promise or the proof at once, the proof once the entry is in the tree', async () => {
    const avow = await market();
    const { person, entry } = await used(avow);
    const early = await openedBy(avow, person, entry);
    verifyOpened(early, person);

    await avow.log.flush();
    const late = await openedBy(avow, person, entry);
    expect(late.proof).toBeDefined();
    verifyOpened(late, person);
    expect(late.body).toBe(early.body);
  });

  it('that opens nothing is no decision; each opening is one, and stands in the history', async () => {
    const avow = await market();
    const { person, entry } = await used(avow);
    const before = await sizeOf(avow);
    const bare = await avow.receipt(entry);
    if (!bare) throw new Error('no receipt');
    verify(bare);
    expect(bare).not.toHaveProperty('opening');
    expect(await sizeOf(avow)).toBe(before);

    const opened = await avow.openReceipt({ person, entry });
    expect(await sizeOf(avow)).toBe(before + 1);
    const [look] = await historyOf(avow, person, 1);
    const what = { action: 'show', categories: ['history'], permitted: true };
    expect(look).toMatchObject({ entry: opened.entry, what });
  });

  it('proves of whom it speaks even after erasure, to the one who holds it and to nobody else', async () => {
    const avow = await market();
    const { person, entry } = await used(avow);
    await avow.log.flush();
    const held = await openedBy(avow, person, entry);
    const erased = await avow.erase({ person });
    await avow.log.flush();
    if (!erased.permitted || !erased.value.receipt) throw new Error('no receipt');
    verifyOpened(held, person);
    verifyOpened(erased.value.receipt, person);

    await expect(avow.openReceipt({ person, entry })).rejects.toMatchObject({
      code: 'AVOW_ERASED',
    });
    const bare = await avow.receipt(entry);
    if (!bare) throw new Error('no receipt');
    verify(bare);
    expect(JSON.stringify(bare)).not.toContain(person);
  });

  it('opens to nobody but whom it speaks of', async () => {
    const avow = await market();
    const { entry } = await used(avow);
    const { person: other } = await avow.subjects.create();
    const before = await sizeOf(avow);
    await expect(avow.openReceipt({ person: other, entry })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
      field: 'entry',
    });
    expect(await sizeOf(avow)).toBe(before);
  });

  it('is none of an entry that is not there', async () => {
    const avow = await market();
    const entry = asEntryId('079c2007ddc7287558cfc0000000ff');
    expect(await avow.receipt(entry)).toBeUndefined();
    const person = await member(avow);
    await expect(avow.openReceipt({ person, entry })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
  });
});
