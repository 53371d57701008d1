import type { Words } from '@avow/policy';
import { reportCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { mustBeApart, mustBeStaff } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asLeakId, asPersonId } from '../door/ids.ts';
import { LONGEST_VALUE, text } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Leak, Leaks } from '../face/leaks.ts';
import { AvowError } from '../fault.ts';
import { staffRow } from '../register/desk/staff.ts';
import { dueOf, setDue } from '../register/due.ts';
import {
  closedLeakRef,
  isFreezing,
  LEAK_WORD,
  type LeakBody,
  lastWordOf,
  leakFrom,
  leakRow,
} from '../register/leak.ts';
import { keptUntil } from '../registers/term.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { leakIn, leakOf, noSuchLeak, personOfLeak } from './leak.ts';
import { changePerson, staysSuspended } from './standing.ts';
import { leakStep } from './step.ts';

/** Closing a leak with a word to its person, and what is read in words about one. */
export function closesWith(
  deployment: Deployment,
): Pick<Leaks<Words>, 'close' | 'lastWord' | 'read'> {
  const { vault, policy } = deployment;
  return {
    async close(what) {
      const id = asLeakId(what.leak);
      const by = asPersonId(what.by, 'by');
      const wording = text('word', what.word, LONGEST_VALUE);
      const request = repeatable(what, 'leaks.close', { id, by, wording });
      return record<Leak<Words>>(deployment, request, async () => {
        const { person, about, reads, open } = await leakStep(deployment, id, by);
        return {
          ...about,
          reads: [...reads, dueOf(closedLeakRef(id))],
          decide(rows, now, seals) {
            const before = open(rows, now, seals);
            const words = policy.current().policy.vocabulary;
            const until = keptUntil(words, reportCategory, now);
            const ref = closedLeakRef(id);
            const said = leakFrom(before);
            const isOver = isFreezing(said) && said.freeze?.until === 'closed';
            // Whoever knows the old password must not get in by an end of the case.
            const waits = said.reset !== null && said.reset.renewed === null;
            const freeze = isOver && said.freeze && closedFreeze(said.freeze, waits, now);
            const body = {
              ...said,
              ...(freeze ? { freeze } : {}),
              closed: { by, at: now },
            };
            const word = vault.mint();
            const own = { id: word, kind: LEAK_WORD, person, ref, state: 'said', at: now, until };
            const opens = isOver && !waits && !staysSuspended(rows, person, [id]);
            const after = { ...before, state: 'closed', body: JSON.stringify(body) };
            return {
              evidence: 'leak',
              state: 'closed',
              changes: [
                changeEvidence(before, { state: 'closed', ref, until, body }),
                addEvidence({ ...own, ...seals.sealText({ id: word, person }, wording) }, {}),
                ...setDue(rows, ref, until, now),
                ...(opens ? changePerson(rows, person, { state: 'active' }) : []),
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
      const by = asPersonId(what.by, 'by');
      return record<{ readonly text: string }>(deployment, {}, async () => ({
        people: [await personOfLeak(deployment, id)],
        widens: false,
        seals: true,
        still: [by],
        note: { by },
        reads: [leakRow(id), staffRow(by)],
        decide(rows, now, seals) {
          mustBeStaff(rows, by);
          mustBeApart([leakIn(rows, id, now).person], by);
          const value = { text: seals.openText(leakIn(rows, id, now)) };
          return { evidence: 'leak', state: 'read', changes: [], value };
        },
      }));
    },
  };
}

/** What was frozen until the case is closed opens with it; where new credentials are still due, with those. */
function closedFreeze(freeze: NonNullable<LeakBody['freeze']>, waits: boolean, now: number) {
  return waits ? { ...freeze, until: 'reset' as const } : { ...freeze, opened: now };
}
