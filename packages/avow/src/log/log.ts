import { bundle } from '@avow/ledger';
import type { Clock } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { malformed } from '../door/text.ts';
import type { Log } from '../face/log.ts';
import { decisionsWith, entryWith } from './decisions.ts';
import { flowsOf } from './flows.ts';

/** The most waiting entries that are counted; beyond that, what matters is that there are so many. */
const MOST_COUNTED = 1_000;

/** The log as anyone may fetch it. */
export function logOf(deployment: Deployment, clock: Clock): Log {
  const { vault } = deployment;
  let waiting: { readonly arrival: number; readonly since: number } | undefined;
  return {
    origin: vault.origin,
    vkey: vault.vkey,
    checkpoint: () => vault.checkpoint(),

    async flush() {
      await vault.flush();
      return vault.checkpoint();
    },

    tile: async ({ level, n, width }) =>
      vault.tile(count('level', level), count('n', n), count('width', width)),

    async entries({ n, width }) {
      const bodies = await vault.entries(count('n', n), count('width', width));
      return bodies && bundle([...bodies]);
    },

    flows: flowsOf(deployment),
    decisions: decisionsWith(deployment),
    entry: entryWith(deployment),

    async pending() {
      const rows = await vault.waiting(MOST_COUNTED);
      const [first] = rows;
      if (first === undefined) {
        waiting = undefined;
        return { entries: 0, oldest: undefined };
      }
      // An entry says when it was made to the hour only; so its age is counted from when it was first seen waiting.
      const now = clock.now();
      if (waiting?.arrival !== first.arrival) waiting = { arrival: first.arrival, since: now };
      return { entries: rows.length, oldest: Math.max(0, now - waiting.since) };
    },
  };
}

function count(field: string, value: unknown): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw malformed(field, 'must be a whole number');
}
