import { type Checkpoint, rootOf, type TileReader, verifyCheckpoint } from '@avow/ledger';
import type { Stored } from '../tables.ts';
import type { AuditFinding, HeadProblem } from './finding.ts';

/** A tree whose entries and tiles have been audited, to hold checkpoints against. */
export interface AuditedTree {
  readonly size: number;
  readonly tiles: TileReader;
  readonly vkey: string;
}

/**
 * What is wrong with a checkpoint if the audited tree is right; undefined if the tree continues it.
 */
export function headProblem(note: string, tree: AuditedTree): HeadProblem | undefined {
  const head = open(note, tree.vkey);
  if (head === undefined) return 'unsigned';
  if (head.size > tree.size) return 'log-shrunk';
  return Buffer.compare(rootOf(head.size, tree.tiles), head.root) === 0
    ? undefined
    : 'log-rewritten';
}

/**
 * The first kept checkpoint that is not signed, or not of this tree, or filed under another size.
 */
export function auditKept(
  kept: readonly Stored<'checkpoint'>[],
  tree: AuditedTree,
): AuditFinding | undefined {
  for (const { size, note } of kept) {
    const isRight = open(note, tree.vkey)?.size === size && headProblem(note, tree) === undefined;
    if (!isRight) return { kind: 'checkpoint-kept', size };
  }
  return undefined;
}

function open(note: string, vkey: string): Checkpoint | undefined {
  try {
    return verifyCheckpoint(note, vkey);
  } catch {
    return undefined;
  }
}
