import type { Decided } from '../face/decision.ts';

/** What one step did, and after which lot the next one goes on; undefined if it was the last. */
export interface Counted {
  readonly count: number;
  readonly next: string | undefined;
}

/**
 * Something done in bounded steps, each an act of its own with its own decision. A refusal ends it, and is
 * the answer: what was done before stays done, and is on record.
 */
export async function inSteps(
  step: (after: string) => Promise<Decided<Counted>>,
): Promise<Decided<{ readonly count: number }>> {
  let count = 0;
  for (let after = ''; ; ) {
    const decided = await step(after);
    if (!decided.permitted) return decided;
    count += decided.value.count;
    if (decided.value.next === undefined) return { ...decided, value: { count } };
    after = decided.value.next;
  }
}
