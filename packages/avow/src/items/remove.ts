import type { Words } from '@avow/policy';
import { type AuditedChange, isHeld, type Vault } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import { unsettled } from '../act/settle.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import type { Items } from '../face/items.ts';
import { AvowError } from '../fault.ts';
import { rememberRemovals } from '../imports/removed.ts';
import { removalsOf } from '../register/brought.ts';
import { holdsOf, standingHolds } from '../register/hold.ts';
import { type AboutLots, type Lot, lotsMeant, sealedLots } from '../register/lot.ts';
import { classesIn, questionOfSome } from './asked.ts';
import { recordIn } from './content.ts';
import { repack } from './lots.ts';
import { performOnOne } from './one.ts';
import { type Pointers, pointersTo } from './pointer.ts';
import { type Counted, inSteps } from './steps.ts';

/** Rows that one act removes: its entry names each by a hash, and an entry is bounded. */
const MOST_REMOVED = 1_000;

/** Removes some items of a person, with all that leads to them. */
export function removeSome(deployment: Deployment): Items<Words>['remove'] {
  const { vault, policy } = deployment;
  return async (some) => {
    const words = policy.current().policy.vocabulary;
    const question = questionOfSome(actions.erase, some, words);
    const { person, categories, items } = question;
    let pointers: Pointers | undefined;
    return inSteps((after) => {
      let tries = 0;
      return perform<Counted>(deployment, async () => {
        tries += 1;
        // Read once for all steps; anew where they have changed under one.
        if (tries > 1 || pointers === undefined) pointers = await pointersTo(vault, person);
        const leading = pointers;
        return {
          person,
          questions: [question],
          lock: 'exclusive',
          reads: [
            items.read,
            holdsOf(person),
            removalsOf(person),
            ...categories.map((category) => sealedLots(person, category)),
          ],
          opens: classesIn(categories),
          apply: (unit) => removeStep(vault, { person, items, categories, after, leading }, unit),
        };
      });
    });
  };
}

/** Removes one item, found by its key, and its lot if it was the last in it. */
export function removeOne(deployment: Deployment): Items<Words>['removeOne'] {
  return async (one) =>
    performOnOne(deployment, actions.erase, one, {
      lock: 'exclusive',
      reads: (person) => [holdsOf(person), removalsOf(person)],
      apply({ lot, record, pointer, items, at }, unit) {
        mustBeFree(unit, record.person, lot.category);
        const changes: AuditedChange[] =
          items.length > 1
            ? repack(unit, lot, record, items.toSpliced(at, 1))
            : [
                { table: 'record', before: record },
                { table: 'evidence', before: lot.row },
              ];
        return {
          value: { count: 1 },
          changes: [
            ...changes,
            { table: 'blind', before: pointer },
            ...rememberRemovals(deployment.vault, unit, record.person, [lot]),
          ],
          touched: [lot.row.id],
        };
      },
    });
}

interface Step {
  readonly person: PersonId;
  readonly items: AboutLots;
  readonly categories: readonly string[];
  readonly after: string;
  readonly leading: Pointers;
}

function removeStep(
  vault: Vault,
  { person, items, categories, after, leading }: Step,
  unit: InUnit,
): Done<Counted> {
  const meant = lotsMeant(items, unit.rows, unit.now).filter(
    ({ row, category }) => categories.includes(category) && row.id > after,
  );
  for (const category of categories) mustBeFree(unit, person, category);
  const changes: AuditedChange[] = [];
  const removed: Lot[] = [];
  const touched: string[] = [];
  const done = (next: string | undefined): Done<Counted> => ({
    value: { count: removed.reduce((sum, lot) => sum + lot.count, 0), next },
    changes: [...changes, ...rememberRemovals(vault, unit, person, removed)],
    touched,
  });
  for (const lot of meant) {
    const removal = removalOf(lot, leading, unit);
    if (changes.length > 0 && changes.length + removal.length > MOST_REMOVED) {
      return done(touched.at(-1));
    }
    if (removal.length > 0) removed.push(lot);
    changes.push(...removal);
    touched.push(lot.row.id);
  }
  return done(undefined);
}

/** Takes a lot away; nothing, if its time is over and only the sweep has not come by. */
function removalOf(lot: Lot, leading: Pointers, { rows }: InUnit): AuditedChange[] {
  const record = recordIn(rows, lot);
  if (record === undefined) return [];
  const pointers = leading.get(lot.row.id) ?? [];
  if (pointers.length !== lot.count) throw unsettled();
  return [
    { table: 'record', before: record },
    { table: 'evidence', before: lot.row },
    ...pointers.map((before): AuditedChange => ({ table: 'blind', before })),
  ];
}

/** What a legal hold keeps is not removed, whatever the policy says. */
function mustBeFree({ rows, now }: InUnit, person: string, category: string): void {
  if (!isHeld(standingHolds(rows, person, now), category)) return;
  throw new AvowError('AVOW_STATE', 'is under a legal hold', 'categories');
}
