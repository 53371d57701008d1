import type { Vault } from '@avow/vault';
import type { MonthTold } from '../face/versions.ts';
import type { Leaf } from '../history/leaf.ts';
import { beginningOf, bundleEnd, entriesIn, sizeOf } from './bundles.ts';

/** How many bundles of entries are counted for one who asks: some twenty thousand entries. */
const AT_ONCE = 80;

interface Count {
  permitted: number;
  refused: number;
}

interface Counted {
  /** `2026-11`, in UTC. */
  readonly month: string;
  readonly all: Count;
  readonly counts: Map<string, Count>;
  /** The first entry that is not counted yet. */
  next: number;
}

/**
 * Counts what each sentence did in the month that runs, from the entries of the tree, as anyone with them
 * could. Each process keeps its own count and goes on from where it was; it is a picture of the log, so
 * that nothing has to be written for it.
 */
export function monthOf(vault: Vault, now: () => number): () => Promise<MonthTold> {
  let counted: Counted | undefined;
  let running: Promise<MonthTold> | undefined;

  async function goOn(): Promise<MonthTold> {
    const size = await sizeOf(vault);
    const month = new Date(now()).toISOString().slice(0, 7);
    if (counted?.month !== month) {
      const next = await beginningOf(vault, month, size);
      counted = { month, all: { permitted: 0, refused: 0 }, counts: new Map(), next };
    }
    const so = counted;
    for (let bundles = 0; bundles < AT_ONCE && so.next < size; bundles += 1) {
      const end = bundleEnd(so.next, size);
      for (const { leaf } of await entriesIn(vault, so.next, end)) count(leaf, so);
      so.next = end;
    }
    const tallies = [...so.counts].map(([sentence, tally]) => ({ sentence, ...tally }));
    return { month, isWhole: so.next >= size, ...so.all, tallies };
  }

  return () => {
    running ??= goOn().finally(() => {
      running = undefined;
    });
    return running;
  };
}

function count(leaf: Leaf, { month, all, counts }: Counted): void {
  if (leaf.kind !== 'decision' || !leaf.hour.startsWith(month)) return;
  const outcome = leaf.permitted ? 'permitted' : 'refused';
  all[outcome] += 1;
  for (const sentence of leaf.cites) {
    const tally = counts.get(sentence) ?? { permitted: 0, refused: 0 };
    tally[outcome] += 1;
    counts.set(sentence, tally);
  }
}
