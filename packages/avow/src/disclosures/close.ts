import type { Words } from '@avow/policy';
import { purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { barsOf, readBars } from '../desk/bars.ts';
import { repeatable } from '../door/idempotency.ts';
import { asDisclosureId, asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Disclosures } from '../face/disclosures.ts';
import { AvowError } from '../fault.ts';
import { disclosureIn, disclosureRow, isOpen } from '../register/disclosure.ts';
import { closing } from './closing.ts';
import { endedOf, stillRunning } from './running.ts';

/** Closes one disclosure for its person, whatever it rested on, but what law asked for. */
export function closeWith(deployment: Deployment): Disclosures<Words>['close'] {
  return async (what) => {
    const person = asPersonId(what.person);
    const disclosure = asDisclosureId(what.disclosure);
    const request = repeatable(what, 'disclosures.close', { person, disclosure });
    const { ended, ...closed } = await record(deployment, request, () => ({
      people: [person],
      widens: false,
      reads: [disclosureRow(disclosure), ...barsOf(person)],
      note: { disclosure },
      decide(rows, now) {
        const found = disclosureIn(rows, disclosure);
        const bars = readBars(rows, person, now);
        if (found?.person !== person || bars.cases.has(found.case ?? '')) {
          throw new AvowError(
            'AVOW_NOT_FOUND',
            'no such disclosure about this person',
            'disclosure',
          );
        }
        if (!isOpen(found)) throw new AvowError('AVOW_STATE', 'is closed already', 'disclosure');
        if (found.purpose === purposes.law) {
          throw new AvowError(
            'AVOW_STATE',
            'was asked for by law, and ends as that says',
            'disclosure',
          );
        }
        const words = deployment.policy.current().policy.vocabulary;
        return {
          evidence: 'disclosure',
          state: 'closed',
          changes: [closing(found, 'asked', now, words)],
          value: { disclosure, ended: endedOf([found]) },
        };
      },
    }));
    return { ...closed, running: await stillRunning(deployment, ended) };
  };
}
