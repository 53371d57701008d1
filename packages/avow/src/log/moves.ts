import { decide } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import type { Leaf } from '../history/leaf.ts';

/** One category of a decision, and the sentence that it was decided by. */
export interface Move {
  readonly category: string;
  readonly sentence: string;
  /** The class of the recipient. */
  readonly recipient: string;
  readonly permitted: boolean;
}

/**
 * What a decision was about, category by category. Where several sentences permitted it, which permitted
 * what is decided again by the version of that day, from the facts that its entry holds.
 */
export async function movesOf(leaf: Leaf, policy: Deployment['policy']): Promise<readonly Move[]> {
  if (leaf.kind !== 'decision') return [];
  const { action, purpose, recipient, cells, cites, permitted } = leaf;
  const [only = ''] = cites;
  const edition = cites.length > 1 ? await policy.edition(leaf.policy) : undefined;
  return cells.map(([category, known, refuted]) => {
    const cell = edition?.engine.cell(action, purpose, category, recipient);
    const sentence = cell === undefined ? only : decide(cell, known, refuted).sentence;
    return { category, sentence, recipient, permitted };
  });
}
