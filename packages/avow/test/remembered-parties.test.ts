import type { Vault } from '@avow/vault';
import { describe, expect, it } from 'vitest';
import { disturbedMarket } from './faulty.ts';
import { leavesOf } from './log.ts';
import { handClock, type Market } from './place.ts';
import { play } from './turning-parties.ts';

/** What an entry says of how it was decided, and not by whom, when or under which salt. */
const decidedIn = async (avow: Market) =>
  (await leavesOf(avow)).map((leaf) => {
    const { kind, action, recipient, permitted, cells, cites } = leaf as typeof leaf &
      Record<'cells' | 'cites', unknown>;
    return JSON.stringify({ kind, action, recipient, permitted, cells, cites });
  });

/** The same play on a market of its own: what came of its steps, and what its log says. */
async function played(seed: number, disturb: (vault: Vault) => Vault) {
  const clock = handClock();
  const avow = await disturbedMarket(disturb, clock);
  const came = await play(avow, clock, { seed, steps: 300 });
  return { came, decided: await decidedIn(avow) };
}

describe('what is planned from memory of a party', () => {
  it.each([20_261_130, 7, 42])(
    'comes to what its records give, in answer and entry (%i)',
    async (seed) => {
      const { came, decided } = await played(seed, (vault) => vault);
      // Without a key at hand every act is planned from the records, as in a process that has just begun.
      const forgetting = await played(seed, (vault) => ({ ...vault, keysAtHand: () => undefined }));
      expect(came).toEqual(forgetting.came);
      expect(decided).toEqual(forgetting.decided);
      // Each kind of step came to something: handed over and kept back, at the desk, brought, and repeated.
      const kinds = [
        ...[/"permitted":true,"sentence":"2/, /"permitted":false,"sentence":"2/],
        ...[/"permitted":true,"sentence":"3/, /"permitted":false,"sentence":"3/],
        ...[/"by":\[3,/, /"code":\[true\]/, /IDEMPOTENCY_MISMATCH/],
      ];
      const missing = kinds.filter((kind) => !came.some((each) => kind.test(each)));
      expect(missing).toEqual([]);
    },
  );
});
