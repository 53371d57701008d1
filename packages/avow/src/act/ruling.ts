import { type Cell, decide, masks, type Outcome } from '@avow/policy';
import { actions, casePurposes, purposes } from '../conventions.ts';
import { isSuspendedParty } from '../register/party.ts';
import { personOf } from '../register/person.ts';
import type { Rows } from '../rows/reading.ts';
import { judgeFact } from './facts.ts';
import { isForLaw } from './law.ts';
import type { Plan } from './plan.ts';
import type { PlannedQuestion } from './planned.ts';
import { partyOf, type Question, staffOf, userOf } from './question.ts';

/** One category of one question, decided: the facts that were used, and what they came to. */
interface Judged {
  readonly category: string;
  readonly cell: Cell;
  readonly known: number;
  readonly refuted: number;
  readonly outcome: Outcome;
}

/** One question, decided. */
export interface Decision extends PlannedQuestion {
  readonly judged: readonly Judged[];
}

/** What the policy rules on all questions of a deed. */
export type Ruling =
  | { readonly permitted: true; readonly decisions: readonly Decision[] }
  | { readonly permitted: false; readonly by: 'state'; readonly decision: Decision }
  | {
      readonly permitted: false;
      readonly by: 'prohibition' | 'silence';
      readonly decision: Decision;
      readonly refused: Judged;
    };

/**
 * Decides every category of every question from rows read in this unit. Pure. All must be permitted;
 * else the deed is refused whole, and the first refusal is the ruling.
 */
export function rule(plan: Plan, rows: Rows, now: number): Ruling {
  const decisions: Decision[] = [];
  for (const planned of plan.questions) {
    if (!isActive(planned, rows)) {
      return { permitted: false, by: 'state', decision: { ...planned, judged: [] } };
    }
    const decision = { ...planned, judged: judge(plan, planned, rows, now) };
    const refused = decision.judged.find(({ outcome }) => !outcome.permitted);
    if (refused && !refused.outcome.permitted) {
      return { permitted: false, by: refused.outcome.by, decision, refused };
    }
    decisions.push(decision);
  }
  return { permitted: true, decisions };
}

/**
 * An account that is suspended neither gives nor gets, whatever the policy says, and a party that is
 * neither hands in nor gets. Of one that waits for a hold to end only law gets something. The desk goes on
 * with a case about somebody who is suspended: that is no doing of theirs; and they are still written to about
 * their own safety, such as why they are suspended.
 */
function isActive(planned: PlannedQuestion, rows: Rows): boolean {
  const { question } = planned;
  const other = userOf(question) ?? staffOf(question);
  const state = stateOf(question.person, rows);
  const party = partyOf(question);
  if (party !== undefined && isSuspendedParty(rows, party)) return false;
  const isOpen =
    state === 'active' ||
    (state === 'held' && isForLaw({ questions: [question] })) ||
    (state === 'suspended' &&
      (question.leak !== undefined || isWarning(question) || isTheDesks(planned)));
  return isOpen && (other === undefined || stateOf(other, rows) === 'active');
}

function isWarning({ to, action, purpose }: Question): boolean {
  return to === 'person' && action === actions.message && purpose === purposes.security;
}

/** Whether it is what a case of this very person is for, and goes to somebody outside it or to one of the staff. */
function isTheDesks({ question, asked }: PlannedQuestion): boolean {
  const about = asked.case;
  return (
    about !== undefined &&
    about.person === question.person &&
    casePurposes[about.type] === question.purpose &&
    typeof question.to === 'object'
  );
}

function stateOf(person: string, rows: Rows): string | undefined {
  return rows.of(personOf(person))[0]?.state;
}

function judge(plan: Plan, planned: PlannedQuestion, rows: Rows, now: number): Judged[] {
  return planned.cells.map(([category, cell]) => {
    const { known, refuted } = masks(cell, (fact) =>
      judgeFact(plan.facts, fact, planned, category, rows, now),
    );
    return { category, cell, known, refuted, outcome: decide(cell, known, refuted) };
  });
}
