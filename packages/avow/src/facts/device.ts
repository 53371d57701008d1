import { personOf } from '../register/person.ts';
import type { FactProvider } from './provider.ts';

/** The subject is a device. No device is joined to a person yet, so each stands for itself. */
export const device: FactProvider = {
  reads: ({ person }) => [personOf(person)],
  judge(rows, { person }) {
    const kind = rows.of(personOf(person))[0]?.kind;
    return kind === undefined ? undefined : kind === 'device';
  },
};
