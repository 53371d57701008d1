import { harbourMarket, marketPolicy } from '@avow/policy-market';
import { WrongAnswer } from '../rounds.ts';
import type { Task } from './task.ts';

/** The market policy, against itself with the other setting for cookies. */
export function marketTask(): Task {
  return {
    name: 'market',
    before: marketPolicy(harbourMarket),
    after: marketPolicy({ ...harbourMarket, cookies: 'unless-refused' }),
    verify(proofs, difference) {
      if (proofs.some(({ kind }) => kind === 'broken')) {
        throw new WrongAnswer('a promise is broken');
      }
      if (!difference.major) throw new WrongAnswer('cookies without a yes are a major change');
    },
  };
}
