import type { Words } from '@avow/policy';
import type { BlindRow, Lock, RecordRow, VaultRead } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Deed, Done, InUnit } from '../act/deed.ts';
import { unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { mustNotHandOver } from '../disclosures/acts.ts';
import { questionOf } from '../door/question.ts';
import type { Decided } from '../face/decision.ts';
import type { PersonId } from '../face/ids.ts';
import type { OneItem } from '../face/items.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import { type Lot, lotFrom, lotOf, sealedLot } from '../register/lot.ts';
import { classesIn, keyOf } from './asked.ts';
import { type Packed, unpack } from './content.ts';
import { placeOf, pointersBy } from './pointer.ts';

/** One item in the lot that it lies in, opened. */
export interface Found {
  readonly lot: Lot;
  readonly record: RecordRow;
  /** What leads to it. */
  readonly pointer: BlindRow;
  /** All that the lot seals; which of them it is. */
  readonly items: readonly Packed[];
  readonly at: number;
}

/** What is to be done with one item. */
interface OnOne<Value> {
  readonly lock: Lock['mode'];
  /** What else is to be read about whoever holds it. */
  reads?(person: PersonId): readonly VaultRead[];
  apply(found: Found, unit: InUnit): Done<Value>;
}

/** Does something with the item of a key; undefined if none is held, for then there is nobody to decide about. */
export async function performOnOne<Value>(
  deployment: Deployment,
  action: string,
  one: OneItem<Words>,
  what: OnOne<Value>,
): Promise<Decided<Value> | undefined> {
  const key = keyOf(one.key);
  try {
    return await perform(deployment, () => deedOn(deployment, action, { ...one, key }, what));
  } catch (problem) {
    if (isAvowFault(problem, 'AVOW_NOT_FOUND') && problem.field === 'key') return undefined;
    throw problem;
  }
}

async function deedOn<Value>(
  { vault, policy }: Deployment,
  action: string,
  one: OneItem<Words>,
  { lock, reads, apply }: OnOne<Value>,
): Promise<Deed<Value>> {
  const place = await placeOf(vault, one.key);
  if (!place) throw new AvowError('AVOW_NOT_FOUND', 'is no item held', 'key');
  const { lot, person } = place;
  const { id } = lot.row;
  const categories = [lot.category];
  const terms = lotOf(id);
  const words = policy.current().policy.vocabulary;
  const question = questionOf(action, { ...one, person, categories }, words);
  mustNotHandOver(question, words);
  const pointers = pointersBy(vault, one.key);
  const sealed = sealedLot(id);
  return {
    person,
    questions: [{ ...question, items: { read: terms, which: { lot: id } } }],
    lock,
    reads: [...pointers, terms, sealed, ...(reads?.(person) ?? [])],
    opens: classesIn(categories),
    apply(unit) {
      const pointer = pointers
        .flatMap((read) => unit.rows.of(read))
        .find(({ target }) => target === id);
      const [record] = unit.rows.of(sealed);
      const [lotRow] = unit.rows.of(terms);
      // It has gone elsewhere, or its time is over.
      if (!pointer || !record || !lotRow) throw unsettled();
      const items = unpack(unit.seals.open(record));
      const at = items.findIndex(({ key }) => key === one.key);
      if (at < 0) throw new TypeError('an item is not in the lot that its key leads to');
      return apply({ lot: lotFrom(lotRow), record, pointer, items, at }, unit);
    },
  };
}
