import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/** What somebody wrote about the other side of an order: a row of theirs, in the clear, for it is public. */
export interface EvaluationBody {
  readonly handle: string;
  readonly rating: number;
  readonly text: string;
}

/** That something was written about somebody: a row of that person's, which leads to what was written. */
export interface EvaluatedBody {
  readonly evaluation: string;
}

export const EVALUATION = 'register.evaluation';
export const EVALUATED = 'register.evaluated';

/** One for each side of an order. */
export function evaluationId(order: string, side: number): string {
  return reference('evaluation', order, String(side));
}

export function evaluatedId(order: string, side: number): string {
  return reference('evaluated', order, String(side));
}

export function rowOf(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

/** What leads to all that was written about a person. Whoever adds one checks the bound. */
export function evaluatedOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, EVALUATED], limit: MOST_ROWS };
}

/** All that a person wrote. */
export function evaluationsBy(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, EVALUATION], limit: 10_000 };
}

export function evaluationFrom({ body, at }: EvidenceRow) {
  return { ...(JSON.parse(body) as EvaluationBody), at };
}

export function evaluationBehind({ body }: EvidenceRow): string {
  return (JSON.parse(body) as EvaluatedBody).evaluation;
}
