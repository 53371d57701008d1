import { compile, decide, type Engine, masks, type Outcome, type Policy } from '../../src/index.ts';
import type { Facts, Question } from './semantics.ts';

/** Asks an engine a question, given what is known of the facts. */
export function answer(of: Policy | Engine, question: Question, facts: Facts): Outcome {
  const engine = 'cell' in of ? of : compile(of);
  const { action, purpose, category, recipient } = question;
  const cell = engine.cell(action, purpose, category, recipient);
  const { known, refuted } = masks(cell, (fact) => facts[fact]);
  return decide(cell, known, refuted);
}
