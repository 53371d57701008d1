import { joinedOf } from '../register/joined.ts';
import { personOf } from '../register/person.ts';
import type { FactProvider } from './provider.ts';

/** The subject is a device, and is not joined to a person. */
export const device: FactProvider = {
  reads: ({ person }) => [personOf(person), joinedOf(person)],
  judge(rows, { person }) {
    const kind = rows.of(personOf(person))[0]?.kind;
    return kind === undefined
      ? undefined
      : kind === 'device' && rows.of(joinedOf(person)).length === 0;
  },
};
