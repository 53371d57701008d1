import { type Lot, lotsMeant } from '../register/lot.ts';
import type { Rows } from '../rows/reading.ts';
import type { Asked, FactProvider } from './provider.ts';

const reads: FactProvider['reads'] = ({ items }) => (items ? [items.read] : []);

/** The items in question are held for this very purpose, all of this category. */
export const heldFor: FactProvider = {
  reads,
  judge: (rows, asked, now) =>
    asked.items && lotsIn(rows, asked, now).every(({ purpose }) => purpose === asked.purpose),
};

/** One of the items in question is held on the term that the person objects to this purpose. */
export const objection: FactProvider = {
  reads,
  judge: (rows, asked, now) =>
    asked.items &&
    lotsIn(rows, asked, now).some(({ terms }) => terms['objection'] === asked.purpose),
};

function lotsIn(
  rows: Rows,
  { items, category }: Asked & { readonly category: string },
  now: number,
): readonly Lot[] {
  return items ? lotsMeant(items, rows, now).filter((lot) => lot.category === category) : [];
}
