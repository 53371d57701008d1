import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import type { Attestation, AttestationState, Attestations } from '../face/attestations.ts';
import type { AttestationId, PersonId } from '../face/ids.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import {
  type AttestationRecord,
  attestationFrom,
  attestationsOf as readOf,
} from '../register/attestation.ts';
import { readNow } from '../rows/reading.ts';
import { attestWith } from './attest.ts';
import { endWith } from './end.ts';
import { signWith } from './sign.ts';

/** The facts that a policy brings along itself: who said so, and who signed. */
export function attestationsOf(deployment: Deployment): Attestations<Words> {
  const newest = withNewestWords(deployment.policy);
  return {
    attest: newest(attestWith(deployment)),
    sign: newest(signWith(deployment)),
    end: endWith(deployment),
    async of(person) {
      const id = asPersonId(person);
      const found: Attestation<Words>[] = [];
      for (let after: string | undefined; ; ) {
        const read = readOf(id, after);
        const rows = (await readNow(deployment.vault, read)).of(read);
        found.push(...rows.map((row) => attestationOf(id, attestationFrom(row))));
        if (rows.length < read.limit) break;
        after = rows.at(-1)!.id;
      }
      return found.sort((a, b) => b.at - a.at || (a.attestation < b.attestation ? 1 : -1));
    },
  };
}

/** A stored attestation as the platform meets it. */
export function attestationOf(person: PersonId, record: AttestationRecord): Attestation<Words> {
  return {
    attestation: record.id as AttestationId,
    person,
    fact: record.fact,
    to: record.to ?? undefined,
    state: stateOf(record),
    signed: record.signed as Attestation<Words>['signed'],
    at: record.at,
    since: record.stands ?? undefined,
    until: record.ended ?? record.until ?? record.at,
  };
}

/** What the row of an attestation says it is. */
export function stateOf({
  ended,
  stands,
}: Pick<AttestationRecord, 'ended' | 'stands'>): AttestationState {
  if (ended !== null) return 'ended';
  return stands === null ? 'requested' : 'standing';
}
