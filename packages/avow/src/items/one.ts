import type { Words } from '@avow/policy';
import { type BlindRow, isFault, type Lock, type RecordRow, type VaultRead } from '@avow/vault';
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
import type { Rows } from '../rows/reading.ts';
import { classesIn, keyOf } from './asked.ts';
import { type Packed, unpack } from './content.ts';
import { placeAmong, pointersBy, pointersOn } from './pointer.ts';

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
  trusting = true,
): Promise<Decided<Value> | undefined> {
  const key = keyOf(one.key);
  let asked: Asked | undefined;
  try {
    return await perform(deployment, async () => {
      // What is remembered serves once: whatever it was wrong about is read the next time.
      asked = await askedOf(deployment, key, trusting && asked === undefined);
      return deedOn(deployment, action, { ...one, key }, asked, what);
    });
  } catch (problem) {
    if (isAvowFault(problem, 'AVOW_NOT_FOUND') && problem.field === 'key') return undefined;
    // Whom it was of may have been erased since, which the records tell; or somebody else is not there, as they also do.
    const isGone = isFault(problem, 'AVOW_ERASED') || isAvowFault(problem, 'AVOW_NOT_FOUND');
    if (!isGone || asked === undefined || !trusting) throw problem;
    return performOnOne(deployment, action, one, what, false);
  }
}

/** In which lot an item is, of whom, of which category. Only its unit finds out whether that is still so. */
interface Asked {
  readonly lot: string;
  readonly person: PersonId;
  readonly category: string;
}

async function askedOf(
  { vault, lots }: Deployment,
  key: string,
  fromMemory: boolean,
): Promise<Asked> {
  const pointers = await pointersOn(vault, key);
  for (const { target: lot, person } of fromMemory ? pointers : []) {
    const category = lots.categoryOf(lot);
    if (category !== undefined) return { lot, person: person as PersonId, category };
  }
  const place = await placeAmong(vault, pointers);
  // What is left of a lot that is gone leads there until it is swept: nobody is to be asked about it again.
  for (const { target } of pointers) if (target !== place?.lot.row.id) lots.forget(target);
  if (!place) throw new AvowError('AVOW_NOT_FOUND', 'is no item held', 'key');
  const { lot, person } = place;
  lots.note(lot.row.id, lot.category);
  return { lot: lot.row.id, person, category: lot.category };
}

function deedOn<Value>(
  { vault, policy }: Deployment,
  action: string,
  one: OneItem<Words>,
  { lot: id, person, category }: Asked,
  { lock, reads, apply }: OnOne<Value>,
): Deed<Value> {
  const categories = [category];
  const terms = lotOf(id);
  const words = policy.current().policy.vocabulary;
  const question = questionOf(action, { ...one, person, categories }, words);
  mustNotHandOver(question, words);
  const pointers = pointersBy(vault, one.key);
  const sealed = sealedLot(id);

  /** Undefined where it has gone elsewhere, or its time is over. */
  function placed(rows: Rows) {
    const pointer = pointers
      .flatMap((read) => rows.of(read))
      .find((row) => row.target === id && row.person === person);
    const [record] = rows.of(sealed);
    const [lotRow] = rows.of(terms);
    const lot = lotRow && lotFrom(lotRow);
    return pointer && record && lot?.category === category ? { pointer, record, lot } : undefined;
  }

  return {
    person,
    questions: [{ ...question, items: { read: terms, which: { lot: id } } }],
    lock,
    reads: [...pointers, terms, sealed, ...(reads?.(person) ?? [])],
    opens: classesIn(categories),
    isAsAsked: (rows) => placed(rows) !== undefined,
    apply(unit) {
      const found = placed(unit.rows);
      if (found === undefined) throw unsettled();
      const items = unpack(unit.seals.open(found.record));
      const at = items.findIndex(({ key }) => key === one.key);
      if (at < 0) throw new TypeError('an item is not in the lot that its key leads to');
      return apply({ ...found, items, at }, unit);
    },
  };
}
