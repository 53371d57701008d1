import { isFault, VaultError } from '../fault.ts';
import { secretRows } from '../keys/secrets.ts';
import type { Keyring } from '../port/keyring.ts';
import { type Escrow, makeEscrow, type NamedKey } from './escrow/escrow.ts';
import { type IndexCourse, indexCourse, retryIndex } from './index/rotate.ts';
import type { Progress, RotationParts, Tell } from './parts.ts';
import { rotationsOf } from './rotations.ts';
import { type KeyState, keyStateIn } from './state.ts';

/** The keys that are replaced step by step; `beginIndexRotation` begins with that of the indexes. */
export type SteppedKey = 'region';

/**
 * What is done with the keys themselves. All of it may run beside whoever serves with them, in this
 * process and, on PostgreSQL, in others. What is cut off goes on at the next start.
 */
export interface Custody {
  state(): Promise<KeyState & { readonly index: IndexCourse | undefined }>;
  /**
   * Wraps the region key under another root key: in one unit, after which the old one opens nothing.
   * Resolves when nothing of the old wrapping is left in the files. Whoever serves goes on; their next
   * start needs the new root key. An escrow made before opens nothing any more. `recipient`: it is done
   * because the old one came out of escrow, by this key. If it rejects with `AVOW_BUSY`, the new key is
   * in force, and the old wrapping is still to be scrubbed: `resume`, or the next start, does that.
   */
  changeRoot(next: Keyring, recipient?: string): Promise<void>;
  /** Begins to replace a key, unless that is under way. It goes on at the next start, or by `resume`. */
  begin(key: SteppedKey): Promise<void>;
  /** Looks again at digests that could not be made anew when the index key was replaced; then `resume`. */
  retryIndex(): Promise<void>;
  /**
   * Carries on with whatever is under way, until the old keys are gone. The old key of the indexes stays
   * for seven days, and goes by the next `resume` after them.
   */
  resume(tell?: Tell): Promise<void>;
  /** How far this process has come with what it carries on just now. */
  progress(): readonly Progress[];
  /** Encrypts the root key to each of these public keys; each of them opens it alone. */
  escrow(to: readonly NamedKey[]): Promise<Escrow>;
}

export function custodyOf(parts: RotationParts, origin: string): Custody {
  const rotations = rotationsOf(parts);
  return {
    state: async () => {
      const rows = await secretRows(parts.keys);
      return { ...keyStateIn(rows), index: await indexCourse(rows, parts.data) };
    },
    async changeRoot(next, recipient) {
      await rotations.changeRoot(next, recipient);
      await rotations.resume().catch(tellChanged);
    },
    begin: (key) => rotations.begin(key),
    retryIndex: () => retryIndex(parts),
    resume: (tell) => rotations.resume(tell),
    progress: () => rotations.progress(),
    escrow: (to) => makeEscrow(parts, origin, to),
  };
}

/** A scrub that has to wait must not be taken for a root key that was not changed. */
function tellChanged(problem: unknown): never {
  if (!isFault(problem, 'AVOW_BUSY')) throw problem;
  throw new VaultError(
    'AVOW_BUSY',
    `the new root key is in force; the old wrapping is not scrubbed yet, since ${problem.message}; do it again`,
    { retryAfter: problem.retryAfter ?? 1, cause: problem },
  );
}
