import { consistencyProof, LedgerError, verifyCheckpoint, verifyConsistency } from '@avow/ledger';
import { VaultError } from '../fault.ts';
import type { Anchor } from '../port/anchor.ts';
import type { Reader } from '../port/store.ts';
import { latestCheckpoint } from './checkpoint.ts';
import { withTiles } from './tiles.ts';

/** How often a move that another process got ahead of is tried again. */
const ATTEMPTS = 10;

/** To be said of a log that is older than what was signed. */
export const WHAT_TO_DO =
  'restore the newest backup of both stores; ' +
  '`avow audit --against` with the kept checkpoint shows what is missing';

/**
 * Compares the stored log with the checkpoint kept outside the stores, and moves that one forward
 * if the log has rightly grown beyond it: a crash came between COMMIT and the move, or another
 * process was quicker. Resolves to what the anchor now holds. Throws `AVOW_ROLLED_BACK` if the log is
 * older than the checkpoint or does not continue it, and `AVOW_ANCHOR` if the checkpoint is gone or
 * is another log's.
 */
export async function checkAnchor(
  store: Reader,
  anchor: Anchor,
  vkey: string,
): Promise<string | undefined> {
  let goal: number | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    // In this order: whatever was anchored had been committed before.
    const kept = await anchor.read();
    const latest = await latestNote(store, kept, vkey);
    if (latest === undefined || latest === kept) return latest;
    // Another process moved it beyond what was to be anchored here. On a busy log somebody always is
    // a little ahead; nobody need run after them.
    if (goal !== undefined && kept !== undefined && sizeOf(kept) >= goal) return kept;
    goal ??= sizeOf(latest);
    if (await anchor.swap(kept, latest)) return latest;
  }
  throw new VaultError('AVOW_ANCHOR', 'the checkpoint kept outside is moved without end');
}

/** How large the tree of a checkpoint is, by its second line; not a number where that says none. */
export function sizeOf(note: string): number {
  return Number(note.split('\n', 2)[1]);
}

/** The log's latest checkpoint, if it rightly continues the one that was kept. */
export async function latestNote(
  store: Reader,
  kept: string | undefined,
  vkey: string,
): Promise<string | undefined> {
  const latest = await latestCheckpoint(store);
  if (kept === undefined) {
    // A first start may have been cut off after the genesis entry; a log that went on was anchored.
    if (latest === undefined || latest.size === 1) return undefined;
    throw new VaultError(
      'AVOW_ANCHOR',
      'the checkpoint kept outside the stores is missing; put it back: nothing is signed without it',
    );
  }
  if (latest === undefined) {
    throw new VaultError('AVOW_ROLLED_BACK', `the log is empty but was not; ${WHAT_TO_DO}`);
  }
  // Verified even if they are equal: a key store put in the place of another signs with another key.
  if (latest.note === kept) open(kept, vkey, 'AVOW_ANCHOR');
  else await checkContinues(store, kept, latest.note, vkey);
  return latest.note;
}

async function checkContinues(
  store: Reader,
  kept: string,
  latest: string,
  vkey: string,
): Promise<void> {
  const older = open(kept, vkey, 'AVOW_ANCHOR');
  const newer = open(latest, vkey, 'AVOW_ROLLED_BACK');
  if (newer.size < older.size) {
    throw new VaultError(
      'AVOW_ROLLED_BACK',
      `the log has ${newer.size} entries and had ${older.size}; ${WHAT_TO_DO}`,
    );
  }
  const proof = await withTiles(store, (tiles) =>
    consistencyProof(older.size, newer.size, tiles),
  ).catch((problem: unknown) => {
    if (problem instanceof LedgerError) return undefined;
    throw problem;
  });
  if (proof === undefined || !verifyConsistency(older, newer, proof)) {
    throw new VaultError(
      'AVOW_ROLLED_BACK',
      `the log does not continue the one of the kept checkpoint; ${WHAT_TO_DO}`,
    );
  }
}

function open(note: string, vkey: string, code: 'AVOW_ANCHOR' | 'AVOW_ROLLED_BACK') {
  try {
    return verifyCheckpoint(note, vkey);
  } catch (cause) {
    const [name] = note.split('\n', 1);
    const [own] = vkey.split('+', 1);
    const problem =
      name === own
        ? 'a checkpoint is not signed by the key of this log'
        : `these stores hold the log ${name}, and were opened as ${own}; give the origin they were made with`;
    throw new VaultError(code, problem, { cause });
  }
}
