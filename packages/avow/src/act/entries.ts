import type { SentenceId } from '@avow/policy';
import type { DecisionDraft, EntryDraft, Json, Subject } from '@avow/vault';
import type { NamedMechanism } from '../face/mechanisms.ts';
import { historyKept } from '../records/retention.ts';
import type { Rows } from '../rows/reading.ts';
import type { Done } from './deed.ts';
import { evidenceBefore } from './facts.ts';
import type { Plan } from './plan.ts';
import { partyOf, staffOf, userOf } from './question.ts';
import type { Decision, Ruling } from './ruling.ts';
import { mechanismsNamed } from './transfer.ts';

/**
 * The record of a ruling: one entry for each question that was permitted, or one for the question that
 * was refused. The last entry accounts for the effect, for only with it everything is permitted.
 */
export function entriesOf(
  plan: Plan,
  ruling: Ruling,
  rows: Rows,
  now: number,
  done: Done<unknown> | undefined,
): EntryDraft[] {
  const decisions = ruling.permitted ? ruling.decisions : [ruling.decision];
  const evidence = [...evidenceBefore(plan.facts, plan.questions, rows), ...(done?.touched ?? [])];
  return decisions.map((decision, index) => ({
    ...decisionDraft(plan, decision, ruling),
    subject: {
      ...subjectOf(
        decision,
        evidence,
        ruling.permitted ? mechanismsNamed(decision, rows, now) : [],
        done?.shown,
      ),
      ...historyKept(plan.edition.policy.vocabulary),
    },
    ...(done?.changes && index === decisions.length - 1 ? { changes: done.changes } : {}),
  }));
}

function decisionDraft({ edition }: Plan, decision: Decision, ruling: Ruling): DecisionDraft {
  const { question, recipient, judged } = decision;
  return {
    kind: 'decision',
    policy: edition.digest,
    action: question.action,
    purpose: question.purpose,
    recipient,
    // A refusal for the state of an account looks no cell up, and so its entry has none.
    cells: judged.map(({ category, known, refuted }) => [category, known, refuted]),
    permitted: ruling.permitted,
    cites: citesOf(decision, ruling, edition.rest),
  };
}

/** What was cited: the sentence that refused, or every sentence that permitted. */
export function citesOf(decision: Decision, ruling: Ruling, rest: SentenceId): SentenceId[] {
  if (ruling.permitted) {
    return [...new Set(decision.judged.map(({ outcome }) => outcome.sentence))];
  }
  return [ruling.by === 'state' ? rest : ruling.refused.outcome.sentence];
}

function subjectOf(
  { question }: Decision,
  evidence: string[],
  mechanisms: readonly NamedMechanism[],
  shown: Done<unknown>['shown'],
): Subject {
  const { person, categories, order, case: inCase, makes = question.handed?.disclosure } = question;
  const counterpart = partyOf(question) ?? userOf(question) ?? staffOf(question);
  const note: Json = {
    categories,
    ...(order === undefined ? {} : { order }),
    ...(inCase === undefined ? {} : { case: inCase }),
    ...(makes === undefined ? {} : { disclosure: makes }),
    ...(counterpart === undefined || shown === undefined ? {} : { values: shown() }),
    ...(mechanisms.length === 0 ? {} : { mechanisms: mechanisms.map((each) => ({ ...each })) }),
  };
  return {
    person,
    ...(counterpart === undefined ? {} : { party: counterpart }),
    evidence,
    note,
  };
}
