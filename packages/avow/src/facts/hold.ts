import { isHeld } from '@avow/vault';
import { holdsOf, standingHolds } from '../register/hold.ts';
import type { FactProvider } from './provider.ts';

/** A legal hold on the person stands and covers the category. */
export const hold: FactProvider = {
  reads: ({ person }) => [holdsOf(person)],
  judge: (rows, { person, category }, now) => isHeld(standingHolds(rows, person, now), category),
};
