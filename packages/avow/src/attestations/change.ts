import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import type { Repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Attestation } from '../face/attestations.ts';
import type { AttestationId, EntryId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import {
  ATTESTED,
  type AttestationBody,
  type AttestationRecord,
  attestationFrom,
  attestationIn,
  attestationRow,
} from '../register/attestation.ts';
import { changeEvidence } from '../rows/change.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { attestationOf, stateOf } from './attestations.ts';

/** What becomes of it; what is not said stays. */
type Become = Partial<Pick<AttestationBody, 'signed' | 'stands' | 'ended'>> & {
  readonly until?: number;
};

/** Changes an attestation. Whom it is about is had alone, so no decision rests on what it was. */
export async function changeAttestation(
  deployment: Deployment,
  asked: {
    readonly id: AttestationId;
    readonly request: Repeatable;
    readonly by: PersonId | undefined;
    /** Whether it may stand afterwards where it did not. */
    readonly widens: boolean;
  },
  become: (
    before: AttestationRecord,
    unit: { readonly now: number; readonly person: PersonId },
  ) => Become,
): Promise<Attestation<Words> & { readonly entry: EntryId }> {
  const { id, request, by, widens } = asked;
  return record<Attestation<Words>>(deployment, request, async () => {
    const known = mustBe(await readNow(deployment.vault, attestationRow(id)), id);
    const person = known.person as PersonId;
    return {
      people: [person],
      widens,
      // Of whoever is closed to everyone but the law nothing more comes to be so; what was may end.
      evenHeld: !widens,
      by,
      note: { fact: attestationFrom(known).fact },
      reads: [attestationRow(id)],
      decide(rows, now) {
        const row = mustBe(rows, id);
        const { id: _id, at, until: ends, ...before } = attestationFrom(row);
        const found = { ...before, id, at, until: ends };
        const { until = ends, ...more } = become(found, { now, person });
        const body: AttestationBody = { ...before, ...more };
        const state = stateOf(body);
        const isSigned = body.signed.length > before.signed.length;
        // What has ended counts no longer.
        const counts = body.ended === null ? {} : { ref: null };
        return {
          evidence: ATTESTED,
          state: isSigned && state === 'requested' ? 'signed' : state,
          changes: [changeEvidence(row, { ...counts, state, until, body })],
          value: attestationOf(person, { ...body, id, at, until }),
        };
      },
    };
  });
}

function mustBe(rows: Rows, id: AttestationId) {
  const found = attestationIn(rows, id);
  if (found === undefined) {
    throw new AvowError('AVOW_NOT_FOUND', 'no such attestation', 'attestation');
  }
  return found;
}
