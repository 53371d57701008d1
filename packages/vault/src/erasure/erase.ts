import type { NoteSigner } from '@avow/ledger';
import type { Background } from '../background.ts';
import { openingOf, type WritingTools } from '../entry/write.ts';
import { heldBy, type ValueIn } from '../hold/hold.ts';
import type { PersonId } from '../id.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { type OpenedReceipt, receiptOf } from '../log/receipt.ts';
import type { Observer } from '../port/observer.ts';
import type { Store } from '../port/store.ts';
import type { Tombstones } from '../port/tombstones.ts';
import type { EvidenceRow, PersonRow } from '../tables.ts';
import type { Erased, StandingHold } from './erased.ts';
import { peopleWho } from './people.ts';
import { sweepErased } from './sweep.ts';
import { sweepUnheld } from './sweep-unheld.ts';
import { type Tombstone, tombstone } from './tombstone.ts';

export interface ErasureParts {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly tombstones: Tombstones | undefined;
  readonly signer: NoteSigner;
  readonly tools: WritingTools;
  readonly background: Background;
  /** The sweeps under way, by person: none is begun twice. */
  readonly sweeps: Map<PersonId, Promise<void>>;
  readonly observer: Pick<Observer, 'removed'>;
  /** Kinds of evidence that outlive erasure. */
  readonly keep: readonly string[];
  readonly valueIn: ValueIn;
  now(): number;
}

/**
 * Tombstone, list, keys, answer, sweep: in this order. From the first step on everything about the
 * person is refused; after the second no restored backup brings them back; from the third on nothing
 * can be read; the fourth says so, and not before; the fifth frees the space.
 *
 * A legal hold lets the first step happen and keeps the rest waiting; what it does not cover is swept.
 */
export async function erase(
  parts: ErasureParts,
  person: PersonId,
  { isListed = false } = {},
): Promise<Erased> {
  const stone = await parts.store.run(tombstone(person, parts.tools));
  if (stone.holds.length > 0) {
    // So that an older backup does not bring them back as they were.
    if (!isListed) await parts.tombstones?.addHeld([person]);
    const receipt = await receiptFor(parts, stone);
    return { receipt, held: stone.holds.map(told), swept: sweepHeld(parts, person) };
  }
  const isSwept = !stone.isNew && stone.isSwept;
  // Before the keys: whoever lacks theirs in a backup of the key store is on the list.
  if (!isSwept) await parts.tombstones?.add([person]);
  await parts.keys.destroy([person]);
  const receipt = await receiptFor(parts, stone);
  return { receipt, held: [], swept: isSwept ? Promise.resolve() : sweep(parts, person) };
}

/**
 * Carries out an erasure that a hold kept waiting, unless another stands. Resolves to whether it did;
 * about anybody else it does nothing.
 */
export async function release(parts: ErasureParts, person: PersonId): Promise<boolean> {
  const read = { table: 'person', by: 'key', equals: [person], limit: 1 } as const;
  const [rows] = await parts.store.read([read]);
  // Nobody comes back from this state, so it still is so when the tombstone looks.
  if ((rows?.[0] as PersonRow | undefined)?.state !== 'held') return false;
  const { held } = await erase(parts, person, { isListed: true });
  return held.length === 0;
}

/**
 * What a crash cut off: everyone with a tombstone that is not final. Their keys go first, before
 * anyone is served.
 */
export async function resumeErasures(parts: ErasureParts): Promise<void> {
  for await (const cutOff of peopleWho(parts.store, 'erasing')) {
    await parts.tombstones?.add(cutOff);
    await parts.keys.destroy(cutOff);
    for (const person of cutOff) void sweep(parts, person);
  }
}

/** What a crash may have kept from the list of those whose erasure waits. */
export async function listHeld({ store, tombstones }: ErasureParts): Promise<void> {
  for await (const waiting of peopleWho(store, 'held')) await tombstones?.addHeld(waiting);
}

/** Erasures that waited for a hold which has ended by itself, or whose lifting was cut off. */
export async function resumeHeld(parts: ErasureParts): Promise<void> {
  for await (const waiting of peopleWho(parts.store, 'held')) {
    for (const person of waiting) {
      if (parts.background.signal.aborted) return;
      await release(parts, person);
    }
  }
}

function sweep(parts: ErasureParts, person: PersonId): Promise<void> {
  return once(parts, person, () => sweepErased(parts, person));
}

function sweepHeld(parts: ErasureParts, person: PersonId): Promise<void> {
  return once(parts, person, () => sweepUnheld(parts, person));
}

function once(
  { background, sweeps }: ErasureParts,
  person: PersonId,
  work: () => Promise<unknown>,
): Promise<void> {
  const underWay = sweeps.get(person);
  if (underWay !== undefined) return underWay;
  const begun = background.run(work).finally(() => sweeps.delete(person));
  sweeps.set(person, begun);
  return begun;
}

async function receiptFor(
  { store, signer, now }: ErasureParts,
  stone: Tombstone,
): Promise<OpenedReceipt | null> {
  if (!stone.isNew) return null;
  const receipt = await receiptOf(store, signer, stone.entry, now());
  return { ...receipt, opening: openingOf(stone.subject) };
}

function told(hold: EvidenceRow): StandingHold {
  return { id: hold.id, until: hold.until, categories: heldBy(hold) };
}
