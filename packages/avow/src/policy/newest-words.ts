import { isAvowFault } from '../fault.ts';
import type { InForce } from './in-force.ts';

/**
 * Does what uses words of the policy, by the version last seen; if that lacks a word, then by the one
 * in force, should another process have put a newer one there.
 */
export function withNewestWords(policy: InForce) {
  return <Args extends readonly unknown[], Answer>(work: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      const { digest } = policy.current();
      try {
        return await work(...args);
      } catch (problem) {
        if (!isAvowFault(problem, 'AVOW_UNKNOWN_WORD')) throw problem;
        if ((await policy.now()).digest === digest) throw problem;
        return work(...args);
      }
    };
}
