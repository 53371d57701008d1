import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Acting, Idempotent } from '../face/decision.ts';
import type { EntryId } from '../face/ids.ts';
import type { Mechanism } from '../face/mechanisms.ts';
import { AvowError } from '../fault.ts';
import {
  aloneFromDecisions,
  MECHANISM,
  type MechanismBody,
  mechanismRef,
  mechanisms,
} from '../register/mechanism.ts';
import { MOST_ROWS } from '../register/reference.ts';
import { addEvidence } from '../rows/change.ts';
import { mechanismTold } from './mechanisms.ts';

/** What a mechanism covers, checked. Without `from` it runs from now. */
export interface Registering extends Omit<MechanismBody, 'from' | 'ended'> {
  readonly from: number | undefined;
  readonly until: number | null;
}

/** Puts a mechanism on record. It permits nothing by itself: the policy says what it takes besides. */
export async function registerMechanism(
  deployment: Deployment,
  { until, ...terms }: Registering,
  options: Acting & Idempotent,
): Promise<Mechanism<Words> & { readonly entry: EntryId }> {
  const { vault } = deployment;
  const by = actorOf(options);
  const request = repeatable(options, 'mechanisms.register', { until, ...terms, by });
  return record(deployment, request, () => ({
    people: [],
    by,
    widens: true,
    reads: [mechanisms],
    locks: [aloneFromDecisions],
    decide(rows, now) {
      if (rows.of(mechanisms).length >= MOST_ROWS) {
        throw new AvowError('AVOW_TOO_MANY', 'too many mechanisms run at once');
      }
      const body: MechanismBody = { ...terms, from: terms.from ?? now, ended: null };
      if (until !== null && until <= body.from) {
        throw new AvowError('AVOW_INPUT', 'must be after `from`', 'until');
      }
      const row = {
        ...{ id: vault.mint(), kind: MECHANISM, ref: mechanismRef, state: 'live', at: now, until },
        ...(terms.party === null ? {} : { party: terms.party }),
      };
      return {
        evidence: MECHANISM,
        state: 'live',
        changes: [addEvidence(row, body)],
        value: mechanismTold({ ...body, id: row.id, at: now, until }),
      };
    },
  }));
}
