import type { Vault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { FlowsTold, FlowTold } from '../face/log.ts';
import { bundleBefore, bundleEnd, entriesIn, sizeOf } from './bundles.ts';
import { movesOf } from './moves.ts';

/** How many bundles of entries are counted for one who asks: some twenty thousand entries. */
const AT_ONCE = 80;

type Count = { -readonly [K in keyof FlowTold]: FlowTold[K] };

/**
 * Counts how often what went to whom because of which sentence, month by month, from the entries of the
 * tree. The newest come first; each process keeps its count, and goes on with what is older when somebody
 * asks again, so a log of any length costs a page no more than a short one.
 */
export function flowsOf({ vault, policy }: Deployment): () => Promise<FlowsTold> {
  const counts = new Map<string, Count>();
  let [from, to] = [-1, -1];
  let running: Promise<FlowsTold> | undefined;

  async function count(start: number, end: number): Promise<void> {
    for (const { leaf } of await entriesIn(vault, start, end)) {
      const month = leaf.hour.slice(0, 7);
      for (const { category, sentence, recipient, permitted } of await movesOf(leaf, policy)) {
        const key = [month, sentence, category, recipient].join(' ');
        const counted = counts.get(key) ?? {
          ...{ month, sentence, category, recipient },
          ...{ permitted: 0, refused: 0 },
        };
        counted[permitted ? 'permitted' : 'refused'] += 1;
        counts.set(key, counted);
      }
    }
  }

  async function goOn(): Promise<FlowsTold> {
    const size = await sizeOf(vault);
    if (from < 0) [from, to] = [size, size];
    let left = AT_ONCE;
    for (; left > 0 && to < size; left -= 1) {
      const end = bundleEnd(to, size);
      await count(to, end);
      to = end;
    }
    for (; left > 0 && from > 0; left -= 1) {
      const start = bundleBefore(from);
      await count(start, from);
      from = start;
    }
    const since = from === 0 ? undefined : await hourAt(vault, from, size);
    return { isWhole: from === 0 && to === size, since, flows: [...counts.values()].map(copied) };
  }

  return () => {
    running ??= goOn().finally(() => {
      running = undefined;
    });
    return running;
  };
}

const copied = (count: Count): FlowTold => ({ ...count });

/** The hour of an entry; undefined if there is none of that number. */
async function hourAt(vault: Vault, index: number, size: number): Promise<string | undefined> {
  if (index >= size) return undefined;
  const [placed] = await entriesIn(vault, index, index + 1);
  return placed?.leaf.hour;
}
