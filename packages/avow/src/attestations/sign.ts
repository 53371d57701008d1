import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asAttestationId, asPersonId } from '../door/ids.ts';
import type { Attestations, AttestedOf } from '../face/attestations.ts';
import { AvowError } from '../fault.ts';
import { endOf } from '../register/attestation.ts';
import { changeAttestation } from './change.ts';
import { termsOf } from './terms.ts';

/** Neither the person nor who is named in it signs for it. */
export function maySign(
  { person, to }: { readonly person: string | null; readonly to: AttestedOf | null },
  by: string,
): boolean {
  if (by === person) return false;
  if (to === null || 'party' in to) return true;
  return by !== ('user' in to ? to.user : to.staff);
}

/** One more signs. With the last signature that is asked for it stands, and its time begins. */
export function signWith(deployment: Deployment): Attestations<Words>['sign'] {
  return async (what) => {
    const id = asAttestationId(what.attestation);
    const by = asPersonId(what.by, 'by');
    const request = repeatable(what, 'attestations.sign', { attestation: id, by });
    const words = deployment.policy.current().policy.vocabulary;
    return changeAttestation(
      deployment,
      { id, request, by, widens: true },
      (before, { now, person }) => {
        const { to, fact, signed, asked } = before;
        if (before.ended !== null || before.until === null || before.until <= now) {
          throw new AvowError('AVOW_STATE', 'is over', 'attestation');
        }
        if (!maySign({ person, to }, by)) {
          throw new AvowError('AVOW_STATE', 'is in it, and cannot sign it', 'by');
        }
        if (signed.some((each) => each.by === by)) {
          throw new AvowError('AVOW_EXISTS', 'has signed this already', 'by');
        }
        const terms = termsOf(fact, words);
        const all = [...signed, { by, at: now }];
        const begins = before.stands === null && all.length >= terms.signatures;
        return {
          signed: all,
          stands: begins ? now : before.stands,
          until: begins ? endOf(asked, now, terms) : before.until,
        };
      },
    );
  };
}
