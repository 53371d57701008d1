import type { Words } from '@avow/policy';
import type { AuditedChange, RecordRow } from '@avow/vault';
import { unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { documentFrom } from '../documents/documents.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Agreed, DocumentKind } from '../face/agreement.ts';
import type { Idempotent } from '../face/decision.ts';
import type { PersonId, PolicyDigest } from '../face/ids.ts';
import type { Edition } from '../policy/edition.ts';
import { keepOn, runOut } from '../records/retention.ts';
import { type AcceptanceBody, acceptanceOf, acceptanceRef } from '../register/acceptance.ts';
import { recordsOf } from '../register/record.ts';
import { POLICY, policyStanding, versionInForce, versionLock } from '../register/version.ts';
import { addEvidence, retireEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';

/** Writes down that a person accepted or declined, bound to the very texts they were shown. */
export async function answer(
  deployment: Deployment,
  state: 'accepted' | 'declined',
  person: PersonId,
  language: string,
  options: Idempotent,
): Promise<Agreed> {
  const { vault, policy } = deployment;
  const request = repeatable(options, 'agreement.answer', { person, state, language });
  return record(deployment, request, async () => {
    const edition = await policy.now();
    const { vocabulary } = edition.policy;
    return {
      people: [person],
      widens: state === 'accepted',
      reads: [
        acceptanceOf(person),
        recordsOf(person),
        policyStanding,
        versionInForce('service-agreement'),
        versionInForce('site-rules'),
      ],
      locks: [POLICY, 'service-agreement', 'site-rules'].map((name) => versionLock(name, 'shared')),
      decide(rows, now) {
        if (!policy.decides(edition, rows, now)) throw unsettled();
        const [before] = rows.of(acceptanceOf(person));
        const body: AcceptanceBody = {
          policy: edition.digest,
          language,
          texts: boundTexts(rows, edition, language),
        };
        const row = { id: vault.mint(), kind: 'acceptance', person, ref: acceptanceRef(person) };
        return {
          evidence: 'acceptance',
          state,
          changes: [
            ...(before ? [retireEvidence(before)] : []),
            addEvidence({ ...row, state, at: now }, body),
            ...retained(state, vocabulary, rows.of(recordsOf(person)), now),
          ],
          value: agreed(state, body),
        };
      },
    };
  });
}

/** What is kept until the end of the relation: it goes on with a yes, and with a no it ends. */
function retained(
  state: 'accepted' | 'declined',
  words: Words,
  records: readonly RecordRow[],
  now: number,
): AuditedChange[] {
  return state === 'accepted' ? keepOn(words, records) : runOut(words, records, now);
}

/** What was bound, as the caller gets it. */
export function agreed(state: Agreed['state'], body: AcceptanceBody): Omit<Agreed, 'entry'> {
  const { policy, language, texts } = body;
  return { state, bound: { policy: policy as PolicyDigest, language, texts } };
}

/** Digests of the texts that an acceptance binds, as they stand in one language. */
export function boundTexts(
  rows: Rows,
  edition: Edition,
  language: string,
): AcceptanceBody['texts'] {
  return {
    'service-agreement': shown(rows, 'service-agreement', language),
    'site-rules': shown(rows, 'site-rules', language),
    policy: edition.texts[language] ?? null,
  };
}

function shown(rows: Rows, kind: DocumentKind, language: string): string | null {
  const [row] = rows.of(versionInForce(kind));
  return row ? (documentFrom(row).digests[language] ?? null) : null;
}
