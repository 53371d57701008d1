import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asLeakId, asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Leak, Leaks } from '../face/leaks.ts';
import { AvowError } from '../fault.ts';
import { isFreezing, type LeakBody, leakFrom, leakRow, leaksOf } from '../register/leak.ts';
import { personOf } from '../register/person.ts';
import { changeEvidence } from '../rows/change.ts';
import { leakIn, leakOf, noSuchLeak, personOfLeak } from './leak.ts';
import { canFreeze, changePerson, othersFreezing, staysSuspended } from './standing.ts';

/** What a leak says once its owner froze the account; `can`: see `canFreeze`. */
export function frozenByOwner(now: number, can: boolean): Pick<LeakBody, 'freeze' | 'reset'> {
  return {
    freeze: can ? { at: now, until: 'reset', opened: null } : null,
    reset: { asked: now, renewed: null },
  };
}

/** The owner freezes the account of a leak that was reported, and opens it again with new credentials. */
export function freezesWith(deployment: Deployment): Pick<Leaks<Words>, 'freeze' | 'renewed'> {
  return {
    async freeze(what) {
      const id = asLeakId(what.leak);
      const person = asPersonId(what.person);
      if ((await personOfLeak(deployment, id)) !== person) throw noSuchLeak();
      const request = repeatable(what, 'leaks.freeze', { id, person });
      return record<Leak<Words>>(deployment, request, () => ({
        people: [person],
        widens: false,
        reads: [leakRow(id), personOf(person), ...othersFreezing(person)],
        decide(rows, now) {
          const before = leakIn(rows, id, now);
          if (before.state === 'closed') throw new AvowError('AVOW_STATE', 'is closed', 'leak');
          const said = leakFrom(before);
          const freezing = changePerson(rows, person, { state: 'suspended' });
          const own = frozenByOwner(now, canFreeze(rows, person));
          // What an operator froze until the case is closed stays so.
          const freeze = isFreezing(said) ? said.freeze : (own.freeze ?? said.freeze);
          const body = { ...said, ...own, freeze };
          const after = { ...before, body: JSON.stringify(body) };
          return {
            evidence: 'leak',
            state: 'frozen',
            changes: [changeEvidence(before, { body }), ...freezing],
            value: leakOf(after),
          };
        },
      }));
    },

    async renewed(what) {
      const person = asPersonId(what.person);
      const request = repeatable(what, 'leaks.renewed', { person });
      return record<{ readonly opened: boolean }>(deployment, request, () => ({
        people: [person],
        widens: false,
        reads: [personOf(person), ...othersFreezing(person)],
        decide(rows, now) {
          const waiting = rows.of(leaksOf(person)).filter((row) => {
            const { reset } = leakFrom(row);
            return reset !== null && reset.renewed === null;
          });
          const changes = waiting.map((row) => {
            const { freeze, reset, ...said } = leakFrom(row);
            const opens = freeze?.until === 'reset' && freeze.opened === null;
            return changeEvidence(row, {
              body: {
                ...said,
                freeze: opens ? { ...freeze, opened: now } : freeze,
                reset: reset && { ...reset, renewed: now },
              },
            });
          });
          const opening = waiting.filter((row) => leakFrom(row).freeze?.until === 'reset');
          const ids = opening.map(({ id }) => id);
          const opens = ids.length > 0 && !staysSuspended(rows, person, ids);
          const change = opens ? changePerson(rows, person, { state: 'active' }) : [];
          return {
            evidence: 'leak',
            state: 'renewed',
            changes: [...changes, ...change],
            value: { opened: change.length > 0 },
          };
        },
      }));
    },
  };
}
