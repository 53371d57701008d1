import type { Cell } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import type { Asked } from '../facts/provider.ts';
import type { Edition } from '../policy/edition.ts';
import { type AboutCase, aboutCase } from '../register/desk/case.ts';
import type { Rows } from '../rows/reading.ts';
import { namedAs, partyOf, type Question, staffOf, userOf } from './question.ts';
import { classOf } from './recipient.ts';

/** One question with what the policy says of it. */
export interface PlannedQuestion {
  readonly question: Question;
  /** The class of the recipient, as the records had it when the act was planned. */
  readonly recipient: string;
  readonly cells: readonly (readonly [category: string, cell: Cell])[];
  readonly asked: Asked;
}

/** Looks up what the policy says of a question, and gathers what its facts are read from. */
export function plannedQuestion(
  { region }: Deployment,
  { engine, policy }: Edition,
  question: Question,
  rows: Rows,
): PlannedQuestion {
  const recipient = classOf(question, rows);
  const { person, action, purpose, order, mechanism, items, handed } = question;
  return {
    question,
    recipient,
    cells: question.categories.map((category) => [
      category,
      engine.cell(action, purpose, category, recipient),
    ]),
    asked: {
      person,
      action,
      purpose,
      to: namedAs(question),
      party: partyOf(question),
      user: userOf(question),
      staff: staffOf(question),
      case: aboutNamed(question, rows),
      order,
      mechanism,
      items,
      handed,
      words: policy.vocabulary,
      country: region.country,
    },
  };
}

/** What the case was opened with that a question names; undefined if there is none. */
export function aboutNamed(question: Question, rows: Rows): AboutCase | undefined {
  return question.case === undefined ? undefined : aboutCase(rows, question.case);
}

/** It never changes; but it may have come since, or be gone with its person. */
export function isSameCase(a: AboutCase | undefined, b: AboutCase | undefined): boolean {
  return a?.case === b?.case && a?.user === b?.user;
}
