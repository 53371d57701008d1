import type { Checkpoint } from '../checkpoint/text.ts';
import { verifyCheckpoint } from '../checkpoint/verify.ts';
import { LedgerError } from '../error.ts';
import type { AuditFailure } from './outcome.ts';

/** The verified checkpoints that an audit starts from. */
export interface Heads {
  readonly checkpoint: Checkpoint;
  readonly previous: Checkpoint | undefined;
}

/** Verifies the checkpoint notes of an audit, or names what is wrong with them. */
export function openHeads(notes: {
  readonly checkpoint: string;
  readonly previous?: string;
  readonly vkey: string;
}): Heads | AuditFailure {
  const checkpoint = open('checkpoint', notes.checkpoint, notes.vkey);
  if ('kind' in checkpoint) return checkpoint;
  if (notes.previous === undefined) return { checkpoint, previous: undefined };
  const previous = open('previous', notes.previous, notes.vkey);
  if ('kind' in previous) return previous;
  return previous.size > checkpoint.size
    ? { kind: 'shrunk', size: checkpoint.size, previousSize: previous.size }
    : { checkpoint, previous };
}

function open(
  kind: 'checkpoint' | 'previous',
  note: string,
  vkey: string,
): Checkpoint | AuditFailure {
  try {
    return verifyCheckpoint(note, vkey);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { kind, code: error.code, where: error.where };
  }
}
