import { acceptanceOf } from '../register/acceptance.ts';
import type { FactProvider } from './provider.ts';

/** The person's last word on agreement, rules and policy was to accept. */
export const acceptance: FactProvider = {
  reads: ({ person }) => [acceptanceOf(person)],
  judge: (rows, { person }) => rows.of(acceptanceOf(person))[0]?.state === 'accepted',
};
