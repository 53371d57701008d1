import { hash } from 'node:crypto';
import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { stillRunning } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Choice, Consent } from '../face/consents.ts';
import type { Idempotent } from '../face/decision.ts';
import type { RunningOut } from '../face/disclosures.ts';
import type { EntryId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import {
  type ChoiceBody,
  choiceFrom,
  choiceRef,
  choicesOf,
  MOST_CHOICES,
  supersedes,
} from '../register/choice.ts';
import { addEvidence, retireEvidence } from '../rows/change.ts';
import { closedBy } from './closes.ts';
import { consentFrom } from './consent.ts';
import { questionText } from './question.ts';

/**
 * Writes a choice down, with the digest of the question. Choices of which it leaves nothing are retired; a
 * refusal closes what was handed over on an earlier permission.
 */
export async function choose(
  deployment: Deployment,
  state: 'given' | 'refused',
  choice: Choice<Words>,
  options: Idempotent,
): Promise<Consent<Words> & RunningOut & { readonly entry: EntryId }> {
  const { vault, policy } = deployment;
  const { person, party, action, purposes, categories, language } = choice;
  const request = repeatable(options, 'consents.choose', { state, ...choice });
  const { ended, ...chosen } = await record(deployment, request, () => {
    const closes = state === 'refused' ? closedBy(deployment, choice) : undefined;
    return {
      people: [person],
      widens: state === 'given',
      reads: [choicesOf(person, party), ...(closes?.reads ?? [])],
      note: { party, action, purposes, categories },
      decide(rows, now) {
        const closed = closes?.in(rows, now) ?? { changes: [], ended: [] };
        const question = questionText(
          policy.current().policy.vocabulary,
          choice,
          deployment.nameOf,
        );
        const shown = hash('sha256', question, 'base64url');
        const body: ChoiceBody = {
          ...{ action, purposes, categories, language, shown },
          given: now,
          withdrawn: null,
        };
        const earlier = rows.of(choicesOf(person, party));
        const silenced = earlier.filter((row) => supersedes(body, choiceFrom(row)));
        if (earlier.length - silenced.length >= MOST_CHOICES[state]) {
          throw new AvowError(
            'AVOW_TOO_MANY',
            'too many different choices about one party',
            'party',
          );
        }
        const row = {
          id: vault.mint(),
          kind: 'consent',
          person,
          party: party === 'platform' ? null : party,
          ref: choiceRef(person, party),
          state,
          at: now,
        };
        return {
          evidence: 'consent',
          state,
          changes: [
            ...silenced.map((each: EvidenceRow) => retireEvidence(each, 'replaced')),
            addEvidence(row, body),
            ...closed.changes,
          ],
          value: {
            ...consentFrom({ ...body, id: row.id, state, at: now }, row),
            ended: closed.ended,
          },
        };
      },
    };
  });
  return { ...chosen, running: await stillRunning(deployment, ended) };
}
