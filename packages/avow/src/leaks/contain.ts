import type { Words } from '@avow/policy';
import { purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { closing } from '../disclosures/closing.ts';
import { type Ended, endedOf, stillRunning } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { asLeakId, asPartyId } from '../door/ids.ts';
import { flag, name } from '../door/text.ts';
import { list } from '../door/words.ts';
import { record } from '../evidence/record.ts';
import type { Leak, Leaks } from '../face/leaks.ts';
import { AvowError } from '../fault.ts';
import { disclosureFrom, disclosuresOf } from '../register/disclosure.ts';
import { leakFrom, leakRow } from '../register/leak.ts';
import { changeEvidence } from '../rows/change.ts';
import { leakIn, leakOf, personOfLeak } from './leak.ts';
import { suspendPerson } from './standing.ts';

/** What one entry of the log accounts for. */
const MOST_CLOSED = 200;

/** The measures against a leak, by one decision of an operator and in one unit. */
export function containWith(deployment: Deployment): Leaks<Words>['contain'] {
  const { policy } = deployment;
  return async (what) => {
    const id = asLeakId(what.leak);
    const by = name('by', what.by);
    const freeze = what.freeze !== undefined && flag('freeze', what.freeze);
    const parties = what.parties && list('parties', what.parties).map((each) => asPartyId(each));
    const request = repeatable(what, 'leaks.contain', { id, by, freeze, parties });
    const { ended, ...done } = await record<Leak<Words> & { readonly ended: Ended }>(
      deployment,
      request,
      async () => {
        const person = await personOfLeak(deployment, id);
        return {
          people: [person],
          widens: false,
          note: { by },
          reads: [leakRow(id), disclosuresOf(person)],
          decide(rows, now) {
            const before = leakIn(rows, id, now);
            if (before.state === 'closed') throw new AvowError('AVOW_STATE', 'is closed', 'leak');
            const words = policy.current().policy.vocabulary;
            const meant = rows
              .of(disclosuresOf(person))
              .map(disclosureFrom)
              .filter(({ purpose }) => purpose !== purposes.law)
              .filter(({ party }) => parties === undefined || parties.some((id) => id === party));
            if (meant.length > MOST_CLOSED) {
              throw new AvowError(
                'AVOW_TOO_MANY',
                'closes too much at once: name parties',
                'parties',
              );
            }
            const freezing = freeze ? suspendPerson(rows, person) : [];
            const said = leakFrom(before);
            const contained = {
              ...{ by, at: now, closed: meant.length + (said.contained?.closed ?? 0) },
              parties: [
                ...new Set([...(said.contained?.parties ?? []), ...meant.map((one) => one.party)]),
              ].sort(),
            };
            const body = { ...said, contained, frozen: said.frozen || freezing.length > 0 };
            const after = { ...before, state: 'contained', body: JSON.stringify(body) };
            return {
              evidence: 'leak',
              state: 'contained',
              changes: [
                changeEvidence(before, { state: 'contained', body }),
                ...freezing,
                ...meant.map((one) => closing(one, 'asked', now, words)),
              ],
              value: { ...leakOf(after), ended: endedOf(meant) },
            };
          },
        };
      },
    );
    return { ...done, running: await stillRunning(deployment, ended) };
  };
}
