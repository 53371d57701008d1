import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { stillRunning } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { asAttestationId, asPersonId } from '../door/ids.ts';
import type { Attestations } from '../face/attestations.ts';
import { AvowError } from '../fault.ts';
import { changeAttestation } from './change.ts';
import { restedOn } from './rested.ts';

/** Ends one, whoever signed it. Nothing that is decided afterwards rests on it; what still runs is named. */
export function endWith(deployment: Deployment): Attestations<Words>['end'] {
  return async (what) => {
    const id = asAttestationId(what.attestation);
    const by = what.by === undefined ? undefined : asPersonId(what.by, 'by');
    const request = repeatable(what, 'attestations.end', { attestation: id, by });
    const change = { id, request, by, widens: false };
    const ended = await changeAttestation(deployment, change, (before, { now }) => {
      if (before.ended !== null) throw new AvowError('AVOW_STATE', 'has ended', 'attestation');
      return { ended: now };
    });
    return { ...ended, running: await stillRunning(deployment, await restedOn(deployment, ended)) };
  };
}
