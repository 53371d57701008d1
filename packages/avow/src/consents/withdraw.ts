import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { stillRunning } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Consent } from '../face/consents.ts';
import type { Idempotent } from '../face/decision.ts';
import type { RunningOut } from '../face/disclosures.ts';
import type { ConsentId, EntryId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { choiceFrom, choicesOf, supersedes } from '../register/choice.ts';
import { changeEvidence, retireEvidence } from '../rows/change.ts';
import type { ReadOf } from '../rows/reading.ts';
import { readNow } from '../rows/reading.ts';
import { closedBy } from './closes.ts';
import { consentFrom } from './consent.ts';

/**
 * Takes a permission back. It is the person's last word from now on, nothing commits under it any more, and
 * what was handed over on it is closed for good.
 */
export async function withdraw(
  deployment: Deployment,
  person: PersonId,
  consent: ConsentId,
  options: Idempotent,
): Promise<Consent<Words> & RunningOut & { readonly entry: EntryId }> {
  const { vault } = deployment;
  const own: ReadOf<'evidence'> = { table: 'evidence', by: 'key', equals: [consent], limit: 1 };
  const request = repeatable(options, 'consents.withdraw', { person, consent });
  const { ended, ...withdrawn } = await record(deployment, request, async () => {
    // A choice never changes its party, so it is safe to learn it before the lock.
    const known = consentIn((await readNow(vault, own)).of(own), person);
    const party = known.party ?? 'platform';
    const closes = closedBy(deployment, consentFrom(choiceFrom(known), known));
    return {
      people: [person],
      widens: false,
      reads: [own, choicesOf(person, party), ...closes.reads],
      note: { party },
      decide(rows, now) {
        const closed = closes.in(rows, now);
        const before = consentIn(rows.of(own), person);
        const choice = choiceFrom(before);
        if (before.state !== 'given') {
          throw new AvowError(
            'AVOW_STATE',
            'this is no permission that could be withdrawn',
            'consent',
          );
        }
        const body = { ...choice, withdrawn: now };
        const { id: _id, state: _state, at: _at, ...kept } = body;
        const silenced = rows
          .of(choicesOf(person, party))
          .filter((row) => row.id !== before.id && supersedes(choice, choiceFrom(row)));
        return {
          evidence: 'consent',
          state: 'withdrawn',
          changes: [
            ...silenced.map((row) => retireEvidence(row, 'replaced')),
            changeEvidence(before, { state: 'withdrawn', at: now, body: kept }),
            ...closed.changes,
          ],
          value: {
            ...consentFrom({ ...body, state: 'withdrawn', at: now }, before),
            ended: closed.ended,
          },
        };
      },
    };
  });
  return { ...withdrawn, running: await stillRunning(deployment, ended) };
}

/** The person's own choice; somebody else's is not told from none. */
function consentIn(rows: readonly EvidenceRow[], person: PersonId): EvidenceRow {
  const [row] = rows;
  if (row?.kind === 'consent' && row.person === person) return row;
  throw new AvowError('AVOW_NOT_FOUND', 'no such choice of this person', 'consent');
}
