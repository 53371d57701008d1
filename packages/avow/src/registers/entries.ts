import type { EvidenceRow } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import { registers } from '../conventions.ts';
import type { OrderId } from '../face/ids.ts';
import type { RegisterEntry } from '../face/registers.ts';
import { activitiesOf, activityFrom } from '../register/activity.ts';
import { evaluationFrom, evaluationsBy } from '../register/evaluation.ts';
import { orderRow, ordersOf } from '../register/order.ts';
import { measureFrom, measuresOf, violationsOf } from '../register/violation.ts';
import type { ReadOf } from '../rows/reading.ts';
import { dealing } from './order.ts';
import { isInTime } from './term.ts';
import { measureOf, violationOf } from './violations/violation.ts';

/** A register's category, and where the rows of a person in it are read. */
export const readsOf: Readonly<
  Record<(typeof registers)[keyof typeof registers], (person: string) => ReadOf<'evidence'>>
> = {
  [registers.activity]: activitiesOf,
  [registers.order]: ordersOf,
  [registers.evaluation]: evaluationsBy,
  [registers.violation]: violationsOf,
  [registers.measure]: measuresOf,
};

export type RegisterCategory = keyof typeof readsOf;

/** Whether a category of the policy is a register. */
export function isRegister(category: string): category is RegisterCategory {
  return Object.hasOwn(readsOf, category);
}

/** An entry and the row that it was made from. */
export interface Opened {
  readonly entry: RegisterEntry;
  readonly row: EvidenceRow;
}

/** What a person's rows in a register say, opened where something of them is sealed. */
export function entriesIn(category: RegisterCategory, person: string, unit: InUnit): Opened[] {
  return unit.rows
    .of(readsOf[category](person))
    .filter((row) => isInTime(row, unit.now))
    .map((row) => ({ row, entry: entryOf(category, row, unit) }));
}

function entryOf(category: RegisterCategory, row: EvidenceRow, unit: InUnit): RegisterEntry {
  switch (category) {
    case registers.activity:
      return { register: 'activity', ...activityFrom(row) };
    case registers.order: {
      const [order = row] = unit.rows.of(orderRow(row.ref ?? ''));
      return { register: 'order', ...dealing(order, row) };
    }
    case registers.evaluation: {
      const order = (row.ref ?? '') as OrderId;
      return { register: 'evaluation', order, ...evaluationFrom(row) };
    }
    case registers.violation: {
      const told = violationOf(row, []);
      const { person: _person, measures: _measures, handler: _handler, ...violation } = told;
      return { register: 'violation', ...violation, reason: unit.seals.openText(row) };
    }
    case registers.measure: {
      const { violation } = measureFrom(row);
      return { register: 'measure', violation, ...measureOf(row) };
    }
    default:
      return category satisfies never;
  }
}
