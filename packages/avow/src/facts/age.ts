import { childOf, isChildAlone } from '../register/child.ts';
import type { FactProvider } from './provider.ts';

/** The person is known to be under fourteen, and no guardian has accepted for them. */
export const age: FactProvider = {
  reads: ({ person }) => [childOf(person)],
  judge: (rows, { person }) => isChildAlone(rows, person),
};
