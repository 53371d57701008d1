import type { Deed, InUnit } from '../act/deed.ts';
import { namedAs, type Question } from '../act/question.ts';
import { unsettled } from '../act/settle.ts';
import { evidenceClass, registers } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { caseIn, caseRow } from '../register/desk/case.ts';
import { orderRow, ordersOf } from '../register/order.ts';
import { type ReadOf, type Rows, readNow } from '../rows/reading.ts';
import { entriesIn, isRegister, type Opened, readsOf } from './entries.ts';

/** What a deed needs so that it can open the registers that a question to join them names. */
export interface Joined extends Pick<Deed<unknown>, 'reads' | 'opens'> {
  open(unit: InUnit): Opened[];
}

/** Gets the registers of a question ready: which rows there are, and which of them whoever asked gets. */
export async function joinedBy({ vault }: Deployment, question: Question): Promise<Joined> {
  const { person } = question;
  const categories = question.categories.filter(isRegister);
  const rows = categories.map((category) => readsOf[category](person));
  const orders = categories.includes(registers.order) ? await ordersNow() : [];
  const opens = categories.includes(registers.violation) ? [evidenceClass] : [];

  async function ordersNow(): Promise<ReadOf<'evidence'>[]> {
    const sides = (await readNow(vault, ordersOf(person))).of(ordersOf(person));
    return sides.map(({ ref }) => orderRow(ref ?? ''));
  }

  const inCase = question.case === undefined ? [] : [caseRow(question.case)];
  return {
    reads: [...rows, ...orders, ...inCase],
    opens: () => opens,
    open(unit) {
      if (categories.includes(registers.order)) {
        const sides = unit.rows.of(ordersOf(person));
        const isSame = sides.every(({ ref }) => orders.some(({ equals }) => equals[0] === ref));
        if (!isSame) throw unsettled();
      }
      return categories
        .flatMap((category) => entriesIn(category, person, unit))
        .filter(({ entry }) => concerns(entry, question, unit.rows));
    },
  };
}

/**
 * What of a person's rows somebody gets: the person all, a side its order, a third party the violation that its
 * case is about, with what was done because of it.
 */
function concerns(entry: Opened['entry'], question: Question, rows: Rows): boolean {
  const named = namedAs(question);
  switch (named) {
    case 'person':
      return true;
    case 'user':
      return entry.register === 'order' && entry.order === question.order;
    case 'party':
      return (
        (entry.register === 'violation' || entry.register === 'measure') &&
        question.case !== undefined &&
        caseIn(rows, question.case)?.evidence === entry.violation
      );
    // No policy can mean all of it by naming nobody.
    case 'platform':
    case 'public':
    case 'staff':
      return false;
    default:
      return named satisfies never;
  }
}
