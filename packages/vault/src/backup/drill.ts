import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VaultError } from '../fault.ts';
import type { Tombstones } from '../port/tombstones.ts';
import type { Half } from './manifest.ts';
import { memoryAnchor } from './memory-anchor.ts';
import { type Restored, type RestoreOptions, restoreBackup } from './restore.ts';

/** A backup, and what lies outside the stores of the deployment that it was taken of. */
export interface DrillOptions
  extends Omit<RestoreOptions, 'from' | 'to' | 'acceptLoss' | 'progress'> {
  /** The folder of the backup, with both halves in it. */
  readonly backup: string;
}

/**
 * Restores a backup as `restoreBackup` does, everything verified, erased again and audited, in a folder
 * for temporary files that is gone when this resolves. Nothing of the deployment is touched: what the
 * restored copy would write outside its stores stays with it. What came after the backup is told as a
 * loss and is none, since the deployment has it. Rejects as `restoreBackup` does.
 */
export async function drillBackup(options: DrillOptions): Promise<Restored> {
  const { backup, anchor, tombstones, ...parts } = options;
  const anchored = await anchor.read();
  if (anchored === undefined) {
    throw new VaultError('AVOW_ANCHOR', 'the checkpoint kept outside the stores is missing');
  }
  // Only its owner can look into a folder that is made so.
  const folder = await mkdtemp(join(tmpdir(), 'avow-drill-'));
  const inFolder = (half: Half) => join(folder, half, `${half}.db`);
  try {
    return await restoreBackup({
      ...parts,
      from: { data: join(backup, 'data'), keys: join(backup, 'keys') },
      to: { data: inFolder('data'), keys: inFolder('keys') },
      anchor: memoryAnchor(anchored),
      tombstones: onlyRead(tombstones),
      acceptLoss: true,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The copy is of an earlier day: whom it holds to be waiting may have been released since. */
function onlyRead(list: Tombstones): Tombstones {
  return {
    exists: () => list.exists(),
    people: () => list.people(),
    held: () => list.held(),
    add: async () => undefined,
    addHeld: async () => undefined,
  };
}
