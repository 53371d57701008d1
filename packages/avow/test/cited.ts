import { findSentence } from '@avow/policy';
import { policy } from '@avow/policy-market';
import { expect } from 'vitest';
import type { Decided } from '../src/index.ts';

/** A sentence of the market's policy, to name a test by: its id and its words. */
export function cited(id: string): string {
  const sentence = findSentence(policy, id);
  if (!sentence) throw new Error(`the policy has no sentence ${id}`);
  return `${id} ${sentence.text['en']}`;
}

/** The value of a decision that was to be permitted, by the sentence that was to permit it. */
export function permittedBy<Value>(decided: Decided<Value>, sentence: string): Value {
  expect({ permitted: decided.permitted, sentence: decided.sentence }).toEqual({
    permitted: true,
    sentence,
  });
  if (!decided.permitted) throw new Error('refused');
  return decided.value;
}

/** Expects a refusal by this sentence. */
export function refusedBy(decided: Decided<unknown>, sentence: string): void {
  expect({ permitted: decided.permitted, sentence: decided.sentence }).toEqual({
    permitted: false,
    sentence,
  });
}
