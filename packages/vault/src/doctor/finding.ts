import { isFault } from '../fault.ts';

/** What is looked at. Stable: a name keeps its meaning. */
export type Check =
  | 'permissions'
  | 'disk'
  | 'database-data'
  | 'database-keys'
  | 'database-anchor'
  | 'schema'
  | 'root-key'
  | 'same-deployment'
  | 'orphans'
  | 'key-age'
  | 'rotation'
  | 'escrow'
  | 'anchor'
  | 'backlog'
  | 'clock'
  | 'retention'
  | 'erasures'
  | 'tombstones'
  | 'backups';

/** How one thing stands: `warn` wants looking at, `fail` must be mended. `todo` says what to do. */
export interface Examined {
  readonly check: Check;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly says: string;
  readonly todo: string | undefined;
}

export function ok(check: Check, says: string): Examined {
  return { check, state: 'ok', says, todo: undefined };
}

export function warn(check: Check, says: string, todo: string): Examined {
  return { check, state: 'warn', says, todo };
}

export function fail(check: Check, says: string, todo: string): Examined {
  return { check, state: 'fail', says, todo };
}

/** What an examination says, or the vault's own fault as a failure of it. */
export async function examined(
  check: Check,
  todo: string,
  look: () => Promise<Examined>,
): Promise<Examined> {
  try {
    return await look();
  } catch (problem) {
    // Messages of the vault's faults hold nothing personal; any other is a defect and is thrown.
    if (isFault(problem)) return fail(check, problem.message, todo);
    throw problem;
  }
}
