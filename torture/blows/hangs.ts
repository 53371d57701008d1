import type { Blow } from './blow.ts';
import { through } from './through.ts';

/** Longer than a lock is waited for, so that somebody must take over: milliseconds. */
const LONG = 2_500;

/**
 * Two servers put entries into one log; one of them is frozen in the middle of it, holding what it
 * holds, and thawed when another has gone on: both then want the same place in the tree.
 */
export const hangs: Blow = {
  name: 'two sequencers, one frozen and thawed',
  rounds: { postgres: 4 },
  strike(anvil) {
    const { dice } = anvil;
    return through(anvil, 'frozen', {}, ({ deployment }, round) => {
      const frozen = deployment.servers[dice.below(2)]!.process;
      return {
        begin: async () => void frozen.kill('SIGSTOP'),
        lasts: round % 2 === 0 ? LONG : dice.below(500),
        end: async () => void frozen.kill('SIGCONT'),
      };
    });
  },
};
