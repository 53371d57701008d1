import { TILE_WIDTH } from '@avow/ledger';
import type { Vault } from '@avow/vault';
import type { MonthTold } from '../face/versions.ts';
import { leafFrom } from '../history/leaf.ts';

/** How many bundles of entries are counted for one who asks: some twenty thousand entries. */
const AT_ONCE = 80;
/** Servers of one deployment integrate each other's entries: near the turn of a month they stand mixed. */
const MIXED = 4;

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
      const n = Math.floor(so.next / TILE_WIDTH);
      const width = Math.min(TILE_WIDTH, size - n * TILE_WIDTH);
      const bodies = (await vault.entries(n, width)) ?? [];
      for (const body of bodies.slice(so.next - n * TILE_WIDTH)) count(body, so);
      so.next = n * TILE_WIDTH + width;
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

function count(body: Uint8Array, { month, all, counts }: Counted): void {
  const leaf = leafFrom(body);
  if (leaf.kind !== 'decision' || !leaf.hour.startsWith(month)) return;
  const outcome = leaf.permitted ? 'permitted' : 'refused';
  all[outcome] += 1;
  for (const sentence of leaf.cites) {
    const tally = counts.get(sentence) ?? { permitted: 0, refused: 0 };
    tally[outcome] += 1;
    counts.set(sentence, tally);
  }
}

/** C2SP tlog-checkpoint: the second line is the size of the tree. */
const sizeOf = async (vault: Vault): Promise<number> =>
  Number((await vault.checkpoint()).split('\n')[1]);

/** An entry from which on all those of the month are; found by halves, since entries rise with time. */
async function beginningOf(vault: Vault, month: string, size: number): Promise<number> {
  let [low, high] = [0, Math.ceil(size / TILE_WIDTH)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [first] = (await vault.entries(middle, 1)) ?? [];
    if (first !== undefined && leafFrom(first).hour < month) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1 - MIXED) * TILE_WIDTH;
}
