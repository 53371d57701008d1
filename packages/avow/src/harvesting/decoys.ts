import { agreementOf } from '../agreement/agreement.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Decoys } from '../face/harvesting.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { decoys as all, DECOY, decoyId, decoyRow, MOST_DECOYS } from '../register/harvest.ts';
import { addEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { subjectsOf } from '../subjects/subjects.ts';

/** People who do not exist, so that whoever reads about one gives themself away. */
export function decoysOf(deployment: Deployment): Decoys {
  const { vault, watch, policy, region } = deployment;
  const subjects = subjectsOf(deployment);
  const agreement = agreementOf(deployment);
  const decoys: Decoys = {
    async seed({ count }) {
      if (!Number.isSafeInteger(count) || count < 1 || count > MOST_DECOYS) {
        throw malformed('count', `must be a whole number from 1 to ${MOST_DECOYS}`);
      }
      const made: PersonId[] = [];
      const [language = ''] = policy.current().policy.vocabulary.languages;
      while (made.length < count) {
        // They join as anybody does, so they stand where whoever goes through people comes by.
        const { person } = await subjects.create({ country: region.country });
        await agreement.accept({ person, language });
        await decoys.add({ person });
        made.push(person);
      }
      return made;
    },

    async add(what) {
      const person = asPersonId(what.person);
      const read = decoyRow(person);
      const added = await record(deployment, repeatable(what, 'decoys.add', { person }), () => ({
        people: [person],
        widens: false,
        reads: [read, all],
        decide(rows, now) {
          if (rows.of(read).length > 0) throw new AvowError('AVOW_EXISTS', 'is one', 'person');
          if (rows.of(all).length >= MOST_DECOYS) {
            throw new AvowError('AVOW_TOO_MANY', 'there are too many decoys', 'person');
          }
          const row = { id: decoyId(person), kind: DECOY, person, state: 'set', at: now };
          return { evidence: 'decoy', state: 'set', changes: [addEvidence(row, {})], value: {} };
        },
      }));
      watch.decoysChanged();
      return added;
    },

    async remove(what) {
      const person = asPersonId(what.person);
      const read = decoyRow(person);
      const request = repeatable(what, 'decoys.remove', { person });
      const removed = await record(deployment, request, () => ({
        people: [person],
        widens: false,
        reads: [read],
        decide(rows) {
          const [before] = rows.of(read);
          if (!before) throw new AvowError('AVOW_NOT_FOUND', 'no such decoy', 'person');
          const changes = [{ table: 'evidence', before } as const];
          return { evidence: 'decoy', state: 'removed', changes, value: {} };
        },
      }));
      watch.decoysChanged();
      return removed;
    },

    async list() {
      const rows = (await readNow(vault, all)).of(all);
      return rows.map(({ person }) => person as PersonId);
    },
  };
  return decoys;
}
