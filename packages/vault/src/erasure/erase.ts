import type { NoteSigner } from '@avow/ledger';
import type { Background } from '../background.ts';
import { openingOf } from '../entry/write.ts';
import type { PersonId } from '../id.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { receiptOf } from '../log/receipt.ts';
import type { Store } from '../port/store.ts';
import type { Tombstones } from '../port/tombstones.ts';
import type { SweepTools } from '../retention/expired.ts';
import type { PersonRow } from '../tables.ts';
import type { Erased, OpenedReceipt } from '../vault.ts';
import { sweepErased } from './sweep.ts';
import { type Tombstone, tombstone } from './tombstone.ts';

export interface ErasureParts {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly tombstones: Tombstones | undefined;
  readonly signer: NoteSigner;
  readonly tools: SweepTools;
  readonly background: Background;
  /** The sweeps under way, by person: none is begun twice. */
  readonly sweeps: Map<PersonId, Promise<void>>;
  /** Kinds of evidence that outlive erasure. */
  readonly keep: readonly string[];
  now(): number;
}

/**
 * Tombstone, list, keys, answer, sweep: in this order. From the first step on everything about the
 * person is refused; after the second no restored backup brings them back; from the third on nothing
 * can be read; the fourth says so, and not before; the fifth frees the space.
 */
export async function erase(parts: ErasureParts, person: PersonId): Promise<Erased> {
  const stone = await parts.store.run(tombstone(person, parts.tools));
  const isSwept = !stone.isNew && stone.isSwept;
  // Before the keys: whoever lacks theirs in a backup of the key store is on the list.
  if (!isSwept) await parts.tombstones?.add([person]);
  await parts.keys.destroy([person]);
  const receipt = await receiptFor(parts, stone);
  return { receipt, swept: isSwept ? Promise.resolve() : sweep(parts, person) };
}

/**
 * What a crash cut off: everyone with a tombstone that is not final. Their keys go first, before
 * anyone is served.
 */
export async function resumeErasures(parts: ErasureParts): Promise<void> {
  const cutOff: PersonId[] = [];
  let last: string | undefined;
  for (;;) {
    const [rows = []] = await parts.store.read([
      {
        table: 'person',
        by: 'state',
        equals: ['erasing'],
        limit: 1_000,
        ...(last === undefined ? {} : { after: last }),
      },
    ]);
    cutOff.push(...rows.map((row) => (row as PersonRow).id as PersonId));
    if (rows.length < 1_000) break;
    last = cutOff.at(-1);
  }
  if (cutOff.length === 0) return;
  await parts.tombstones?.add(cutOff);
  await parts.keys.destroy(cutOff);
  for (const person of cutOff) void sweep(parts, person);
}

function sweep(parts: ErasureParts, person: PersonId): Promise<void> {
  const { store, tools, keep, background, sweeps } = parts;
  const underWay = sweeps.get(person);
  if (underWay !== undefined) return underWay;
  const begun = background
    .run(() => sweepErased(store, tools, person, keep, background.signal))
    .finally(() => sweeps.delete(person));
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
