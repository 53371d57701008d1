import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import {
  type BrowserBody,
  browserFrom,
  browserOf,
  browserRef,
  unseen,
} from '../register/browser.ts';
import { addEvidence, retireEvidence } from '../rows/change.ts';

/** Writes down what a browser was found to do. Found again to do the same, the first finding stands. */
export async function findBrowser(
  deployment: Deployment,
  person: PersonId,
  seen: Partial<BrowserBody>,
  options: Idempotent,
): Promise<{ readonly entry: EntryId }> {
  const { vault } = deployment;
  const request = repeatable(options, 'subjects.browser', { person, ...seen });
  return record(deployment, request, () => ({
    people: [person],
    widens: false,
    reads: [browserOf(person)],
    decide(rows, now) {
      const [before] = rows.of(browserOf(person));
      const known = before ? browserFrom(before) : unseen;
      const found: BrowserBody = { ...known, ...seen };
      const row = { id: vault.mint(), kind: 'browser', person, ref: browserRef(person) };
      const changes = [
        ...(before ? [retireEvidence(before)] : []),
        addEvidence({ ...row, state: 'found', at: now }, found),
      ];
      const isSame = before && JSON.stringify(known) === JSON.stringify(found);
      return { evidence: 'browser', state: 'found', changes: isSame ? [] : changes, value: {} };
    },
  }));
}
