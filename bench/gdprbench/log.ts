import { unbundle } from '@avow/ledger';
import type { Avow } from 'avow';
import type { policy } from './policy.ts';

type Log = Avow<(typeof policy)['vocabulary']>['log'];

const TILE = 256;

/** How many entries there are in the log, once all that waited are in it. */
export async function lengthOf(log: Log): Promise<number> {
  const [, size] = (await log.flush()).split('\n');
  return Number(size);
}

/** Of how many permitted acts of a kind the log tells since it had `from` entries; stops at `most`. Newest first. */
export async function countActs(
  log: Log,
  action: string,
  from: number,
  most: number,
): Promise<number> {
  const size = await lengthOf(log);
  let found = 0;
  for (let n = Math.floor((size - 1) / TILE); n >= 0 && (n + 1) * TILE > from; n--) {
    const width = Math.min(TILE, size - n * TILE);
    const bundle = await log.entries({ n, width });
    const bodies = unbundle(bundle!);
    for (let at = width - 1; at >= 0 && n * TILE + at >= from; at--) {
      const leaf = JSON.parse(Buffer.from(bodies[at]!).toString('utf8'));
      if (leaf.kind === 'decision' && leaf.action === action && leaf.permitted) found += 1;
      if (found === most) return found;
    }
  }
  return found;
}
