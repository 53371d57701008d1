import { compile, decide, masks, type Question } from '@avow/policy';
import { type MarketWords, policy } from '../../src/index.ts';

export type Asked = Question<MarketWords>;
export type Known = Partial<Record<keyof MarketWords['facts'], boolean | undefined>>;

/** What is asked, in words; the question; what is known; the answer with its sentence. */
export type Row = readonly [what: string, asked: Asked, known: Known, answer: string];

/** A question: this act, on this category, to this recipient, for this purpose. */
export const ask = (
  action: Asked['action'],
  category: Asked['category'],
  recipient: Asked['recipient'],
  purpose: Asked['purpose'],
): Asked => ({ action, category, recipient, purpose });

/** At home, nothing refused: what the providers say of an ordinary request. All else is unknown. */
const ordinary: Known = { abroad: false, refused: false };

const market = compile(policy);

/** The answer of the policy: `permitted by 1.a.1`, `forbidden by 2.a.1`, or `silence`. */
export function answer(asked: Asked, known: Known, engine = market): string {
  const { action, purpose, category, recipient } = asked;
  const cell = engine.cell(action, purpose, category, recipient);
  const facts: Readonly<Record<string, boolean | undefined>> = { ...ordinary, ...known };
  const state = masks(cell, (fact) => facts[fact]);
  const outcome = decide(cell, state.known, state.refuted);
  if (outcome.permitted) return `permitted by ${outcome.sentence}`;
  switch (outcome.by) {
    case 'prohibition':
      return `forbidden by ${outcome.sentence}`;
    case 'silence':
      return 'silence';
  }
}
