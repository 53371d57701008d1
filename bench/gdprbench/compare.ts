import { isDeepStrictEqual } from 'node:util';
import { WrongAnswer } from '../rounds.ts';
import type { Answer, Operation } from './operation.ts';

/** Throws `WrongAnswer` unless an operation was answered as it must be. */
export function mustBeRight(operation: Operation, answer: Answer, right: Answer): void {
  if (isDeepStrictEqual(inOrder(answer), inOrder(right))) return;
  throw new WrongAnswer(`${operation.kind}: ${brief(answer)} instead of ${brief(right)}`);
}

function inOrder(answer: Answer): unknown {
  if ('data' in answer) return { data: answer.data.toSorted(byKey) };
  if ('metadata' in answer) return { metadata: answer.metadata.toSorted(byKey) };
  return answer;
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function brief(answer: Answer): string {
  return JSON.stringify(answer).slice(0, 200);
}
