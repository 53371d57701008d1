import type { Words } from '@avow/policy';
import { reportCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asLeakId, asPersonId } from '../door/ids.ts';
import { LONGEST_VALUE, name, text } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Leak, Leaks } from '../face/leaks.ts';
import { AvowError } from '../fault.ts';
import { dueOf, setDue } from '../register/due.ts';
import { casesAgainst } from '../register/harvest.ts';
import {
  closedLeakRef,
  LEAK_WORD,
  lastWordOf,
  leakFrom,
  leakRow,
  openLeaks,
} from '../register/leak.ts';
import { keptUntil } from '../registers/term.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { leakIn, leakOf, noSuchLeak, personOfLeak } from './leak.ts';
import { reinstatePerson } from './standing.ts';

/** Closing a leak with a word to its person, and what is read in words about one. */
export function closesWith(
  deployment: Deployment,
): Pick<Leaks<Words>, 'close' | 'lastWord' | 'read'> {
  const { vault, policy } = deployment;
  return {
    async close(what) {
      const id = asLeakId(what.leak);
      const by = name('by', what.by);
      const said = text('word', what.word, LONGEST_VALUE);
      const request = repeatable(what, 'leaks.close', { id, by, said });
      return record<Leak<Words>>(deployment, request, async () => {
        const person = await personOfLeak(deployment, id);
        const others = [openLeaks(person), casesAgainst({ user: person })] as const;
        return {
          people: [person],
          widens: false,
          seals: true,
          note: { by },
          reads: [leakRow(id), dueOf(closedLeakRef(id)), ...others],
          decide(rows, now, seals) {
            const before = leakIn(rows, id, now);
            if (before.state === 'closed') throw new AvowError('AVOW_STATE', 'is closed', 'leak');
            const words = policy.current().policy.vocabulary;
            const until = keptUntil(words, reportCategory, now);
            const ref = closedLeakRef(id);
            const body = { ...leakFrom(before), closed: { by, at: now } };
            const word = vault.mint();
            const own = { id: word, kind: LEAK_WORD, person, ref, state: 'said', at: now, until };
            const stands =
              rows.of(others[0]).some((row) => row.id !== id && leakFrom(row).frozen) ||
              rows.of(others[1]).some(({ state }) => state !== 'reversed');
            const after = { ...before, state: 'closed', body: JSON.stringify(body) };
            return {
              evidence: 'leak',
              state: 'closed',
              changes: [
                changeEvidence(before, { state: 'closed', ref, until, body }),
                addEvidence({ ...own, ...seals.sealText({ id: word, person }, said) }, {}),
                ...setDue(rows, ref, until, now),
                ...(body.frozen && !stands ? reinstatePerson(rows, person) : []),
              ],
              value: leakOf(after),
            };
          },
        };
      });
    },

    async lastWord(what) {
      const id = asLeakId(what.leak);
      const person = asPersonId(what.person);
      if ((await personOfLeak(deployment, id)) !== person) throw noSuchLeak();
      return record<{ readonly text: string }>(deployment, {}, () => ({
        people: [person],
        widens: false,
        seals: true,
        reads: [leakRow(id), lastWordOf(id)],
        decide(rows, now, seals) {
          leakIn(rows, id, now);
          const [word] = rows.of(lastWordOf(id));
          if (!word) throw new AvowError('AVOW_STATE', 'is not closed', 'leak');
          const value = { text: seals.openText(word) };
          return { evidence: 'leak', state: 'shown', changes: [], value };
        },
      }));
    },

    async read(what) {
      const id = asLeakId(what.leak);
      const by = name('by', what.by);
      return record<{ readonly text: string }>(deployment, {}, async () => ({
        people: [await personOfLeak(deployment, id)],
        widens: false,
        seals: true,
        note: { by },
        reads: [leakRow(id)],
        decide(rows, now, seals) {
          const value = { text: seals.openText(leakIn(rows, id, now)) };
          return { evidence: 'leak', state: 'read', changes: [], value };
        },
      }));
    },
  };
}
