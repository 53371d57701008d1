import type { Vault } from '@avow/vault';
import { ITEMS, lotFrom, lotsPast } from '../register/lot.ts';
import { removePast } from '../rows/remove.ts';

/** Lots whose terms are removed by one act; its entry names each by a hash. */
const MOST_SWEPT = 500;

/**
 * Removes the terms of lots whose time is over, after the lots themselves; resolves to how many rows went.
 * Those of a lot that a legal hold keeps stay with it.
 */
export async function sweepTerms(vault: Vault, now: number): Promise<number> {
  return removePast(vault, {
    evidence: ITEMS,
    category: (row) => lotFrom(row).category,
    find: (after) => lotsPast(now, MOST_SWEPT, after),
  });
}
