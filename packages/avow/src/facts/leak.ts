import { openLeaks } from '../register/leak.ts';
import type { FactProvider } from './provider.ts';

/** A leak of the person's information is reported and not closed. */
export const leak: FactProvider = {
  reads: ({ person }) => [openLeaks(person)],
  judge: (rows, { person }) => rows.of(openLeaks(person)).length > 0,
};
