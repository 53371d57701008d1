import type { ValueIn } from '@avow/vault';
import { interestCategory, registers } from '../conventions.ts';
import { EVALUATED } from '../register/evaluation.ts';
import { EXEMPT } from '../register/exempt.ts';
import { REMOVED } from '../register/interest.ts';
import { ITEMS, lotFrom } from '../register/lot.ts';

const inRegisters: ReadonlyMap<string, string> = new Map([
  ...[registers.activity, registers.evaluation, registers.violation, registers.measure].map(
    (category) => [category, category] as const,
  ),
  [EVALUATED, registers.evaluation],
]);

/**
 * What evidence is a value itself: what stands in the registers about somebody, what is public of an
 * organisation, what they removed of their interests, and the terms of items, which go with them. An order stays, with its sides: what a hold
 * keeps may be read by it.
 */
export const valueIn: ValueIn = (row) => {
  switch (row.kind) {
    case EXEMPT:
      return row.state;
    case REMOVED:
      return interestCategory;
    case ITEMS:
      return lotFrom(row).category;
    default:
      return inRegisters.get(row.kind);
  }
};
