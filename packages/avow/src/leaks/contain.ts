import type { Words } from '@avow/policy';
import { purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { closing } from '../disclosures/closing.ts';
import { type Ended, endedOf, stillRunning } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { asLeakId, asPartyId, asPersonId } from '../door/ids.ts';
import { flag } from '../door/text.ts';
import { list } from '../door/words.ts';
import { record } from '../evidence/record.ts';
import type { PartyId } from '../face/ids.ts';
import type { Leak, Leaks } from '../face/leaks.ts';
import { AvowError } from '../fault.ts';
import { standingReads, suspendedBy } from '../parties/standing.ts';
import { disclosureFrom, disclosuresOf } from '../register/disclosure.ts';
import { leakFrom } from '../register/leak.ts';
import { changeEvidence } from '../rows/change.ts';
import { leakOf } from './leak.ts';
import { type Measures, measured } from './measures.ts';
import { rekeyPerson } from './rekey.ts';
import { changePerson } from './standing.ts';
import { leakStep } from './step.ts';

/** What one entry of the log accounts for. */
const MOST_CLOSED = 200;

type Contain = Leaks<Words>['contain'];

/** The measures against a leak, by one decision of an operator and in one unit. */
export function containWith(deployment: Deployment, soon: () => void): Contain {
  const { policy } = deployment;
  return async (what) => {
    const id = asLeakId(what.leak);
    const by = asPersonId(what.by, 'by');
    const measures = measuresIn(what);
    const { parties, suspend } = measures;
    const request = repeatable(what, 'leaks.contain', { id, by, ...measures });
    const { ended, ...done } = await record<Leak<Words> & { readonly ended: Ended }>(
      deployment,
      request,
      async () => {
        const { person, about, reads, open } = await leakStep(deployment, id, by);
        return {
          ...about,
          parties: suspend,
          rekeys: measures.rekey ? [person] : [],
          reads: [...reads, disclosuresOf(person), ...suspend.flatMap(standingReads)],
          decide(rows, now, seals) {
            const before = open(rows, now, seals);
            const words = policy.current().policy.vocabulary;
            const meant = rows
              .of(disclosuresOf(person))
              .map(disclosureFrom)
              .filter(({ purpose }) => purpose !== purposes.law)
              .filter(({ party }) => parties === undefined || parties.some((id) => id === party));
            if (meant.length > MOST_CLOSED) {
              const what = 'closes too much at once: name parties';
              throw new AvowError('AVOW_TOO_MANY', what, 'parties');
            }
            const isFrozen = measures.freeze || measures.reset;
            const rekey = measures.rekey;
            const change = isFrozen ? ({ state: 'suspended', rekey } as const) : { rekey };
            const body = measured(rows, leakFrom(before), {
              ...measures,
              ...{ by, now, person, closed: meant },
            });
            const after = { ...before, state: 'contained', body: JSON.stringify(body) };
            return {
              evidence: 'leak',
              state: 'contained',
              changes: [
                changeEvidence(before, { state: 'contained', body }),
                ...changePerson(rows, person, change),
                ...meant.map((one) => closing(one, 'asked', now, words)),
                ...suspend.flatMap((party) => suspendedBy(rows, party, 'suspended', now)),
              ],
              value: { ...leakOf(after), ended: endedOf(meant) },
            };
          },
        };
      },
    );
    // Decided and kept whatever comes of this: what is cut off here goes on by itself.
    const rekeyed = measures.rekey && (await rekeyPerson(deployment, id).catch(() => false));
    if (measures.tell || rekeyed !== measures.rekey) soon();
    return { ...done, rekeyed, running: await stillRunning(deployment, ended) };
  };
}

/** What is asked for; nothing of it is done by itself. */
function measuresIn(what: Parameters<Contain>[0]): Measures {
  const { parties, suspend = [] } = what;
  const isSet = (name: 'freeze' | 'reset' | 'rekey' | 'tell') =>
    what[name] !== undefined && flag(name, what[name]);
  return {
    parties: parties && partiesIn('parties', parties),
    suspend: partiesIn('suspend', suspend),
    freeze: isSet('freeze'),
    reset: isSet('reset'),
    rekey: isSet('rekey'),
    tell: isSet('tell'),
  };
}

function partiesIn(field: string, value: readonly unknown[]): PartyId[] {
  const isNone = Array.isArray(value) && value.length === 0;
  const given = isNone ? [] : list(field, value);
  return [...new Set(given.map((each) => asPartyId(each, field)))].sort();
}
