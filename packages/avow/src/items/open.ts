import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import type { Deployment } from '../deployment.ts';
import { mustNotHandOver } from '../disclosures/acts.ts';
import { malformed } from '../door/text.ts';
import type { Item, Items } from '../face/items.ts';
import { WITH_METHODS } from '../records/disclose.ts';
import { type AboutLots, lotsMeant, sealedLots } from '../register/lot.ts';
import { classesIn, questionOfSome } from './asked.ts';
import { itemFrom, recordIn, unpack } from './content.ts';
import { performOnOne } from './one.ts';

/** Opens some of a person's items: one decision, one entry, which names the records that were opened. */
export function actOnSome(deployment: Deployment): Items<Words>['act'] {
  return async (action, some) => {
    mustOnlyRead(action);
    const words = deployment.policy.current().policy.vocabulary;
    const question = questionOfSome(action, some, words);
    mustNotHandOver(question, words);
    const { person, categories, items } = question;
    return perform<{ readonly items: readonly Item<Words>[] }>(deployment, () => ({
      person,
      questions: [question],
      lock: 'shared',
      reads: [items.read, ...categories.map((category) => sealedLots(person, category))],
      opens: classesIn(categories),
      apply: (unit) => openAll(items, categories, unit),
    }));
  };
}

/** Opens one item, found by its key. */
export function actOnOne(deployment: Deployment): Items<Words>['actOn'] {
  return async (action, one) => {
    mustOnlyRead(action);
    return performOnOne(deployment, action, one, {
      lock: 'shared',
      apply: ({ lot, items, at }) => ({
        value: { item: itemFrom(lot, items[at]!) },
        touched: [lot.row.id],
      }),
    });
  };
}

function openAll(
  about: AboutLots,
  categories: readonly string[],
  unit: InUnit,
): Done<{ readonly items: readonly Item<Words>[] }> {
  const items: Item<Words>[] = [];
  const touched: string[] = [];
  for (const lot of lotsMeant(about, unit.rows, unit.now)) {
    const record = categories.includes(lot.category) ? recordIn(unit.rows, lot) : undefined;
    if (record === undefined) continue;
    for (const item of unpack(unit.seals.open(record))) items.push(itemFrom(lot, item));
    touched.push(record.id);
  }
  return { value: { items }, touched };
}

/** To store is permitted for much that must not be read; so no act with a method of its own opens anything. */
function mustOnlyRead(action: string): void {
  if (WITH_METHODS.has(action)) throw malformed('action', 'has a method of its own');
}
