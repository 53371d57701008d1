import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Acting, Idempotent } from '../face/decision.ts';
import type { EntryId, MechanismId } from '../face/ids.ts';
import type { Mechanism } from '../face/mechanisms.ts';
import { AvowError } from '../fault.ts';
import {
  aloneFromDecisions,
  MECHANISM,
  mechanismFrom,
  mechanismOf,
} from '../register/mechanism.ts';
import { changeEvidence } from '../rows/change.ts';
import { mechanismTold } from './mechanisms.ts';

/** Ends a mechanism: no decision goes on meanwhile, so nothing commits on it afterwards. */
export async function endMechanism(
  deployment: Deployment,
  mechanism: MechanismId,
  options: Acting & Idempotent,
): Promise<Mechanism<Words> & { readonly entry: EntryId }> {
  const by = actorOf(options);
  const request = repeatable(options, 'mechanisms.end', { mechanism, by });
  return record(deployment, request, () => ({
    people: [],
    by,
    widens: false,
    reads: [mechanismOf(mechanism)],
    locks: [aloneFromDecisions],
    decide(rows, now) {
      const [before] = rows.of(mechanismOf(mechanism));
      if (before?.kind !== MECHANISM) {
        throw new AvowError('AVOW_NOT_FOUND', 'no such mechanism', 'mechanism');
      }
      if (before.state === 'ended') {
        throw new AvowError('AVOW_STATE', 'has ended already', 'mechanism');
      }
      const { id, at, until, ...body } = mechanismFrom(before);
      const ended = { ...body, ended: now };
      return {
        evidence: MECHANISM,
        state: 'ended',
        changes: [changeEvidence(before, { ref: null, state: 'ended', body: ended })],
        value: mechanismTold({ ...ended, id, at, until }),
      };
    },
  }));
}
