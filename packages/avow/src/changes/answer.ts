import { hash } from 'node:crypto';
import type { AuditedChange, EvidenceRow } from '@avow/vault';
import { boundTexts } from '../agreement/answer.ts';
import { questionText } from '../consents/question.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Agreed } from '../face/agreement.ts';
import type { Idempotent } from '../face/decision.ts';
import type { ConsentId, EntryId, PartyId, PersonId, PolicyDigest } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import type { Edition } from '../policy/edition.ts';
import { type AcceptanceBody, acceptanceRef } from '../register/acceptance.ts';
import { type ChoiceBody, choiceFrom, choiceRef } from '../register/choice.ts';
import { versionInForce, versionLock } from '../register/version.ts';
import { addEvidence, retireEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';
import { laterOf, laterRef, questionAt, questionReads } from './asked.ts';

/** An answer to a change, checked. */
interface Answering extends Idempotent {
  readonly person: PersonId;
  readonly version: string;
}

/** The version that a person answers about, which must be the one that is asked about. */
async function editionOf({ policy }: Deployment, version: string): Promise<Edition> {
  const edition = await policy.edition(version);
  if (edition === undefined) throw notAsked();
  return edition;
}

function notAsked(): AvowError {
  return new AvowError('AVOW_STATE', 'this person is asked nothing about this version', 'version');
}

/** Writes down that a person accepted a version, and which permissions they gave again with it. */
export async function accept(
  deployment: Deployment,
  what: Answering & { readonly language: string; readonly renew: readonly ConsentId[] },
): Promise<Omit<Agreed, 'state'> & { readonly renewed: readonly ConsentId[] }> {
  const { vault } = deployment;
  const { person, version, language, renew } = what;
  const request = repeatable(what, 'changes.accept', { person, version, language, renew });
  return record(deployment, request, async () => {
    const edition = await editionOf(deployment, version);
    return {
      people: [person],
      widens: true,
      reads: [
        ...questionReads(person),
        laterOf(person, version),
        versionInForce('service-agreement'),
        versionInForce('site-rules'),
      ],
      locks: ['service-agreement', 'site-rules'].map((name) => versionLock(name, 'shared')),
      note: { version },
      decide(rows, now) {
        const question = questionAt(rows, person, now);
        if (question?.version !== version) throw notAsked();
        const { acceptance } = question;
        const texts = boundTexts(rows, edition, language);
        const body: AcceptanceBody = { policy: version, language, texts };
        const again = question.choices.filter(({ id }) => renew.includes(id as ConsentId));
        if (again.length < renew.length) {
          throw new AvowError('AVOW_NOT_FOUND', 'no such choice is asked about', 'renew');
        }
        const renewed = again.map((row) => renewal(row, { edition, language, now, deployment }));
        const row = { id: vault.mint(), kind: 'acceptance', person, ref: acceptanceRef(person) };
        return {
          evidence: 'change',
          state: 'accepted',
          changes: [
            ...(acceptance
              ? [
                  retireEvidence(acceptance),
                  addEvidence({ ...row, state: 'accepted', at: now }, body),
                ]
              : []),
            ...renewed.flatMap(({ changes }) => changes),
            ...rows.of(laterOf(person, version)).map((later) => retireEvidence(later)),
          ],
          value: {
            bound: { policy: version as PolicyDigest, language, texts },
            renewed: renewed.map(({ id }) => id),
          },
        };
      },
    };
  });
}

/** The same permission once more, with the digest of the question in the words of the version. */
function renewal(
  before: EvidenceRow,
  {
    edition,
    language,
    now,
    deployment: { vault, nameOf },
  }: {
    readonly edition: Edition;
    readonly language: string;
    readonly now: number;
    readonly deployment: Deployment;
  },
): { readonly id: ConsentId; readonly changes: readonly AuditedChange[] } {
  const { action, purposes, categories } = choiceFrom(before);
  const person = before.person ?? '';
  const party = (before.party ?? 'platform') as PartyId | 'platform';
  const choice = { party, action, purposes, categories, language };
  const question = questionText(edition.policy.vocabulary, choice, nameOf);
  const shown = hash('sha256', question, 'base64url');
  const body: ChoiceBody = {
    ...{ action, purposes, categories, language, shown },
    ...{ given: now, withdrawn: null, version: edition.digest },
  };
  const id = vault.mint() as ConsentId;
  const row = { id, kind: 'consent', person, party: before.party, state: 'given', at: now };
  return {
    id,
    changes: [
      retireEvidence(before, 'replaced'),
      addEvidence({ ...row, ref: choiceRef(person, party) }, body),
    ],
  };
}

/** Writes down that a person will answer by the date. */
export async function later(
  deployment: Deployment,
  what: Answering,
): Promise<{ readonly entry: EntryId; readonly until: number }> {
  const { vault } = deployment;
  const { person, version } = what;
  const request = repeatable(what, 'changes.later', { person, version });
  return record(deployment, request, () => ({
    people: [person],
    widens: false,
    reads: [...questionReads(person), laterOf(person, version)],
    note: { version },
    decide(rows, now) {
      const question = questionAt(rows, person, now);
      if (question?.version !== version) throw notAsked();
      if (question.isInForce) {
        throw new AvowError('AVOW_STATE', 'its date has come, so it can wait no longer', 'version');
      }
      const changes = isLater(rows, person, version)
        ? []
        : [
            addEvidence(
              {
                ...{ id: vault.mint(), kind: 'change', person, ref: laterRef(person, version) },
                ...{ state: 'later', at: now, until: question.from },
              },
              { version },
            ),
          ];
      return { evidence: 'change', state: 'later', changes, value: { until: question.from } };
    },
  }));
}

function isLater(rows: Rows, person: string, version: string): boolean {
  return rows.of(laterOf(person, version)).length > 0;
}
