import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asAttestationId, asPersonId } from '../door/ids.ts';
import type { Attestations } from '../face/attestations.ts';
import { AvowError } from '../fault.ts';
import { changeAttestation } from './change.ts';

/** Ends one, whoever signed it. Nothing that is decided afterwards rests on it. */
export function endWith(deployment: Deployment): Attestations<Words>['end'] {
  return async (what) => {
    const id = asAttestationId(what.attestation);
    const by = what.by === undefined ? undefined : asPersonId(what.by, 'by');
    const request = repeatable(what, 'attestations.end', { attestation: id, by });
    return changeAttestation(deployment, { id, request, by, widens: false }, (before, { now }) => {
      if (before.ended !== null) throw new AvowError('AVOW_STATE', 'has ended', 'attestation');
      return { ended: now };
    });
  };
}
