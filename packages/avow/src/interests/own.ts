import type { Words } from '@avow/policy';
import { isHeld, type Json } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Deed, Done, InUnit } from '../act/deed.ts';
import { actions, evidenceClass, interestCategory, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { text } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { PersonId } from '../face/ids.ts';
import type { Interests } from '../face/interests.ts';
import { AvowError } from '../fault.ts';
import { classesIn } from '../items/asked.ts';
import { holdsOf, standingHolds } from '../register/hold.ts';
import {
  interestsOf,
  MOST_INTERESTS,
  REMOVED,
  removedIn,
  removedOf,
} from '../register/interest.ts';
import { keepInterest, keptOf, rememberRemoval, toldOf } from './kept.ts';

/** Longest name of an interest. */
export const LONGEST_NAME = 64;

/** What people do with their own interests: see them, put them right, remove one, have it back. */
export function ownInterests(
  deployment: Deployment,
  isWord: (interest: string) => boolean,
): Pick<Interests<Words>, 'of' | 'correct' | 'remove' | 'allow'> {
  const { vault } = deployment;
  return {
    of: async (who) => {
      const person = asPersonId(who);
      return perform(deployment, () => ({
        ...aboutOwn(person, actions.show, 'shared'),
        apply: (unit) => {
          const kept = keptOf(unit, person);
          const removed = [...removedIn(unit.rows, person, unit.seals.openText).keys()].sort();
          return {
            value: { interests: toldOf(kept.values()), removed },
            touched: [...kept.values()].map(({ row }) => row.id),
          };
        },
      }));
    },

    correct: async (what) => {
      const person = asPersonId(what.person);
      const interest = text('interest', what.interest, LONGEST_NAME);
      const to = text('to', what.to, LONGEST_NAME);
      const request = repeatable(what, 'interests.correct', { person, interest, to });
      if (!isWord(to)) throw new AvowError('AVOW_NOT_FOUND', 'is no interest that there is', 'to');
      return perform(
        deployment,
        () => ({
          ...aboutOwn(person, actions.correct, 'exclusive'),
          apply(unit) {
            const kept = keptOf(unit, person);
            const wrong = kept.get(interest);
            if (wrong === undefined) throw notKept();
            const said = { from: 'person', at: unit.now } as const;
            const before = kept.get(to);
            const because = [
              said,
              ...(before?.because ?? []).filter(({ from }) => from !== 'person'),
            ];
            const right = { interest: to, because, source: 'person' };
            const again = removedIn(unit.rows, person, unit.seals.openText).get(to);
            return {
              value: { count: 1 },
              changes: [
                ...(to === interest ? [] : taken(unit, person, interest).changes),
                keepInterest(vault, unit, person, right, before?.row),
                ...(again ? [{ table: 'evidence', before: again } as const] : []),
              ],
              touched: [wrong.row.id],
              kept: 1,
            };
          },
        }),
        { ...request, value: counted },
      );
    },

    remove: async (what) => {
      const person = asPersonId(what.person);
      const interest = text('interest', what.interest, LONGEST_NAME);
      const request = repeatable(what, 'interests.remove', { person, interest });
      return perform(
        deployment,
        () => ({
          ...aboutOwn(person, actions.erase, 'exclusive'),
          apply: (unit) => taken(unit, person, interest),
        }),
        { ...request, value: counted },
      );
    },

    allow: async (what) => {
      const person = asPersonId(what.person);
      const interest = text('interest', what.interest, LONGEST_NAME);
      const request = repeatable(what, 'interests.allow', { person, interest });
      return record(deployment, request, () => ({
        people: [person],
        widens: true,
        reads: [removedOf(person)],
        seals: true,
        decide(rows, _, seals) {
          const row = removedIn(rows, person, seals.openText).get(interest);
          if (row === undefined) throw notKept();
          return {
            evidence: REMOVED,
            state: 'allowed',
            changes: [{ table: 'evidence', before: row }],
            value: {},
          };
        },
      }));
    },
  };

  /** What takes an interest away, and remembers that it was. */
  function taken(
    unit: InUnit,
    person: PersonId,
    interest: string,
  ): Done<{ count: number }> & {
    readonly changes: NonNullable<Done<unknown>['changes']>;
  } {
    const { rows, now } = unit;
    if (isHeld(standingHolds(rows, person, now), interestCategory)) {
      throw new AvowError('AVOW_STATE', 'is under a legal hold', 'interest');
    }
    const kept = keptOf(unit, person).get(interest);
    const removed = removedIn(rows, person, unit.seals.openText);
    if (kept === undefined && !removed.has(interest)) throw notKept();
    if (removed.size >= MOST_INTERESTS) {
      throw new AvowError('AVOW_TOO_MANY', 'too many interests were removed', 'interest');
    }
    return {
      value: { count: kept ? 1 : 0 },
      kept: kept ? 1 : 0,
      changes: [
        ...(kept ? [{ table: 'record', before: kept.row } as const] : []),
        ...(removed.has(interest) ? [] : [rememberRemoval(vault, unit, person, interest)]),
      ],
      touched: kept ? [kept.row.id] : [],
    };
  }
}

/** What a request that comes again did. */
const counted = (kept: Json | undefined) => ({ count: Number(kept) });

/** A person's own act on their interests. */
function aboutOwn(
  person: PersonId,
  action: string,
  lock: 'shared' | 'exclusive',
): Omit<Deed<never>, 'apply'> {
  const categories = [interestCategory];
  return {
    person,
    questions: [{ person, action, purpose: purposes.rights, categories, to: 'person' }],
    lock,
    reads: [interestsOf(person), removedOf(person), holdsOf(person)],
    seals: (words) => [...classesIn(categories)(words), evidenceClass],
  };
}

function notKept(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'is not among their interests', 'interest');
}
