import type { Words } from '@avow/policy';
import type { AuditedChange, Vault } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import type { Question } from '../act/question.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { LONGEST_VALUE, malformed, moment, text } from '../door/text.ts';
import { word } from '../door/words.ts';
import type { PersonId } from '../face/ids.ts';
import type { Items, NewItem, Terms } from '../face/items.ts';
import { AvowError } from '../fault.ts';
import { mustNotEnd } from '../records/ending.ts';
import { classOfCategory, expiryOf } from '../records/retention.ts';
import { LOT_ITEMS, lotsOf, MOST_LOTS } from '../register/lot.ts';
import { classesIn, keyOf, termsOf } from './asked.ts';
import type { Packed } from './content.ts';
import { newLot } from './lots.ts';
import { newKeys } from './pointer.ts';

/** The most items that one act adds: its entry names each of them by a hash, and an entry is bounded. */
const MOST_ADDED = 400;

/** An item that was checked. */
interface Added extends Packed {
  readonly category: string;
  readonly terms: Terms;
  readonly until: number | null;
}

/** Items of one category on the same terms until the same moment. */
type Group = readonly [Added, ...Added[]];

/** Keeps items of a person: taking them in and keeping them must both be permitted. */
export function addWith(deployment: Deployment): Items<Words>['add'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const words = policy.current().policy.vocabulary;
    const person = asPersonId(what.person);
    const purpose = word('purpose', what.purpose, 'purposes', words);
    const items = addedOf(what.items, words);
    const categories = [...new Set(items.map(({ category }) => category))].sort();
    const count = items.length;
    const request = repeatable(what, 'items.add', { person, purpose, items });
    return perform(
      deployment,
      async () => {
        const keys = await newKeys(
          vault,
          items.map(({ key }) => key),
        );
        return {
          person,
          questions: questionsOf(person, purpose, categories),
          lock: 'exclusive',
          locks: keys.locks,
          reads: [lotsOf(person), ...keys.reads],
          seals: classesIn(categories),
          apply(unit) {
            keys.mustStillBeNew(unit.rows);
            return keep(vault, { person, purpose, items }, unit);
          },
        };
      },
      { ...request, value: () => ({ count }) },
    );
  };
}

function addedOf(given: readonly NewItem<Words>[], words: Words): Added[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_ADDED) {
    throw malformed('items', `must be a list of 1 to ${MOST_ADDED} items`);
  }
  const items = given.map((item: NewItem<Words>, at): Added => {
    const field = `items[${at}]`;
    return {
      key: keyOf(item.key, `${field}.key`),
      category: word(`${field}.category`, item.category, 'categories', words),
      value: text(`${field}.value`, item.value, LONGEST_VALUE),
      labels: termsOf(`${field}.labels`, item.labels, words),
      terms: termsOf(`${field}.terms`, item.terms, words),
      until: item.until === undefined ? null : moment(`${field}.until`, item.until),
    };
  });
  if (new Set(items.map(({ key }) => key)).size < items.length) {
    throw malformed('items', 'must not name a key twice');
  }
  return items;
}

function questionsOf(
  person: PersonId,
  purpose: string,
  categories: readonly string[],
): [Question, Question] {
  const about = { person, categories, to: 'platform' } as const;
  return [
    { ...about, action: actions.fromPerson, purpose },
    { ...about, action: actions.store, purpose: purposes.keeping },
  ];
}

function keep(
  vault: Vault,
  { person, purpose, items }: { person: PersonId; purpose: string; items: readonly Added[] },
  unit: InUnit,
): Done<{ readonly count: number }> {
  mustNotEnd(
    unit,
    items.map(({ category }) => category),
  );
  const groups = lotsFor(items);
  if (unit.rows.of(lotsOf(person)).length + groups.length > MOST_LOTS) {
    throw new AvowError('AVOW_TOO_MANY', 'too many lots of items about one person', 'person');
  }
  const changes: AuditedChange[] = [];
  const touched: string[] = [];
  for (const group of groups) {
    const [{ category, terms, until }] = group;
    const retention = classOfCategory(unit.words, category);
    const id = vault.mint();
    touched.push(id);
    changes.push(
      ...newLot(vault, unit, {
        id,
        person,
        source: 'person',
        collected: unit.now,
        body: { category, retention, purpose, terms, count: group.length },
        until: earlier(until, expiryOf(unit.words, retention, unit.now, null)),
        items: group,
      }),
    );
  }
  return { value: { count: items.length }, changes, touched };
}

/** The items by what their lots have in common, each lot of a bounded size. */
function lotsFor(items: readonly Added[]): Group[] {
  const groups = new Map<string, Added[]>();
  for (const item of items) {
    const common = JSON.stringify([item.category, item.until, Object.entries(item.terms)]);
    const group = groups.get(common);
    if (group) group.push(item);
    else groups.set(common, [item]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from(
      { length: Math.ceil(group.length / LOT_ITEMS) },
      (_, at) => group.slice(at * LOT_ITEMS, (at + 1) * LOT_ITEMS) as unknown as Group,
    ),
  );
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
