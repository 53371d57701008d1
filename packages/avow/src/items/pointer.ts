import type { BlindRow, Lock, Vault } from '@avow/vault';
import { unsettled } from '../act/settle.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { ITEMS, type Lot, lotFrom, lotOf, pointersOf, sealedLot } from '../register/lot.ts';
import { isThere, personOf } from '../register/person.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** Bytes of a key's digest: as many keys as there will ever be do not meet in them. */
const DIGEST_BYTES = 16;

/** Where an item is: in which lot, of whom. */
export interface Place {
  readonly lot: Lot;
  readonly person: PersonId;
}

/** The keyed hash of an item's key, as the index has it. */
export function digestOf(vault: Vault, key: string): Uint8Array {
  return vault.blindIndex(ITEMS, key).subarray(0, DIGEST_BYTES);
}

/** The reads that find what leads to the item of a key. */
export function pointersBy(vault: Vault, key: string): ReadOf<'blind'>[] {
  return vault
    .blindIndexes(ITEMS, key)
    .map((digest) => pointersOf(digest.subarray(0, DIGEST_BYTES)));
}

/** Where the item of a key is held; undefined if it is not. What points to a lot that is gone does not count. */
export async function placeOf(vault: Vault, key: string): Promise<Place | undefined> {
  return placeAmong(vault, await pointersOn(vault, key));
}

/** What leads to the item of a key now. */
export async function pointersOn(vault: Vault, key: string): Promise<readonly BlindRow[]> {
  return (await vault.read(pointersBy(vault, key))).flat();
}

/** The place that one of them leads to; undefined if none does any more. */
export async function placeAmong(
  vault: Vault,
  pointers: readonly BlindRow[],
): Promise<Place | undefined> {
  for (const { target, person } of pointers) {
    const reads = [sealedLot(target), lotOf(target), personOf(person)] as const;
    const [[record], [terms], [holder]] = await vault.read(reads);
    if (record && terms && holder && isThere(holder)) {
      return { lot: lotFrom(terms), person: person as PersonId };
    }
  }
  return undefined;
}

/** What leads to the items of each lot of a person, by the lot's id. */
export type Pointers = ReadonlyMap<string, readonly BlindRow[]>;

const PAGE = 10_000;

/** Reads what leads to a person's items, page by page; whoever removes one finds out whether it is still so. */
export async function pointersTo(vault: Vault, person: PersonId): Promise<Pointers> {
  const pointers = new Map<string, BlindRow[]>();
  let after: Uint8Array | undefined;
  for (;;) {
    const page = await pageOfPointers(vault, person, after);
    const isLast = page.length < PAGE;
    // A key may lead to two places for a while, and a page end between them: the next begins before.
    const rows = isLast ? page : page.filter(({ digest }) => !isSame(digest, page.at(-1)!.digest));
    for (const row of rows) {
      const lot = pointers.get(row.target);
      if (lot) lot.push(row);
      else pointers.set(row.target, [row]);
    }
    if (isLast) return pointers;
    after = rows.at(-1)?.digest;
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

async function pageOfPointers(vault: Vault, person: PersonId, after: Uint8Array | undefined) {
  const bound = after === undefined ? {} : { after };
  const page = { table: 'blind', by: 'person', equals: [person, ITEMS], limit: PAGE } as const;
  const [rows] = await vault.read([{ ...page, ...bound }]);
  return rows;
}

/** New keys, each had alone so that nobody else takes it, and what must be read to be sure of it. */
interface NewKeys {
  readonly locks: readonly Lock[];
  readonly reads: readonly ReadOf<'blind'>[];
  /** Throws, so that the question is put anew, if one of them leads somewhere by now. */
  mustStillBeNew(rows: Rows): void;
}

/** Makes sure that keys lead nowhere: `AVOW_TAKEN` if one does. */
export async function newKeys(vault: Vault, keys: readonly string[]): Promise<NewKeys> {
  const digests = keys.map((key) => digestOf(vault, key));
  const reads = keys.flatMap((key) => pointersBy(vault, key));
  const gone = new Set((await vault.read(reads)).flat().map(({ target }) => target));
  for (const held of (await vault.read([...gone].map(sealedLot))).flat()) {
    if (held) throw new AvowError('AVOW_TAKEN', 'holds the key of another item', 'items');
  }
  return {
    locks: digests.map((digest) => ({
      on: 'party',
      id: `item ${Buffer.from(digest).toString('base64url')}`,
      mode: 'exclusive',
    })),
    reads,
    mustStillBeNew(rows) {
      const isNew = reads.every((read) => rows.of(read).every(({ target }) => gone.has(target)));
      if (!isNew) throw unsettled();
    },
  };
}
