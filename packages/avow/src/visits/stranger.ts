import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import type { Visits } from '../face/visits.ts';
import { STRANGER, strangerOf } from '../register/joined.ts';
import { addEvidence } from '../rows/change.ts';
import { createSubject } from '../subjects/create.ts';

/**
 * Makes a device that stands for many browsers. Cut off before it is marked as that, it is a device that
 * nobody knows of and that has no visits.
 */
export function strangerWith(deployment: Deployment): Visits<Words>['stranger'] {
  const { vault } = deployment;
  return async () => {
    const { person } = await createSubject(deployment, { kind: 'device', country: null }, {});
    await record(deployment, {}, () => ({
      people: [person],
      widens: false,
      reads: [strangerOf(person)],
      decide(_, now) {
        const row = { id: vault.mint(), kind: STRANGER, person, state: 'made', at: now };
        const changes = [addEvidence(row, {})];
        return { evidence: STRANGER, state: 'made', changes, value: {} };
      },
    }));
    return person;
  };
}
