import {
  type ActVerdict,
  type Anchor,
  backupsIn,
  drillBackup,
  isFault,
  type Keyring,
  type Restored,
  type Tombstones,
  type Vault,
} from '@avow/vault';
import { editionsIn } from '../audit/audit.ts';
import { replayBy } from '../audit/replay.ts';
import { type Repeatable, repeatable } from '../door/idempotency.ts';
import type { Idempotent } from '../face/decision.ts';
import type { Drill } from '../face/measures.ts';
import { AvowError } from '../fault.ts';
import { DRILL, type DrillBody } from '../register/drill.ts';
import { addEvidence } from '../rows/change.ts';

/** What lies outside the stores of a deployment, and its backups. */
interface DrillParts {
  readonly backups: string | undefined;
  readonly keyring: Keyring;
  readonly anchor: Anchor;
  readonly tombstones: Tombstones | undefined;
}

/** Restores the newest backup where nobody sees it, audits it, and writes down what came of it. */
export function drillWith(
  vault: Vault,
  now: () => number,
  parts: DrillParts | undefined,
): (options?: Idempotent) => Promise<Drill> {
  let underWay: Promise<Drill> | undefined;

  async function drill(options: Idempotent): Promise<Drill> {
    if (parts?.backups === undefined || parts.tombstones === undefined) {
      throw new AvowError('AVOW_STATE', 'nobody has told where they lie', 'backups');
    }
    const newest = (await backupsIn(parts.backups))
      .filter(({ hasData, hasKeys }) => hasData && hasKeys)
      .sort((a, b) => b.taken - a.taken)[0];
    if (newest === undefined) throw new AvowError('AVOW_STATE', 'holds no backup', 'backups');
    const { keyring, anchor, tombstones } = parts;
    const found = await outcome(() =>
      drillBackup({
        backup: newest.path,
        keyring,
        anchor,
        tombstones,
        vkey: vault.vkey,
        clock: { now },
        replay: async (store) => replayBy(await editionsIn(store)),
      }),
    );
    return record(vault, { taken: newest.taken, ...found }, repeatable(options, 'drill', {}));
  }

  // Who asks while one is under way waits for that one: it takes as much room as both stores.
  return (options = {}) => {
    underWay ??= drill(options).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

/** A fault of the vault says what would have stood in the way of a restore; its code is recorded. */
async function outcome(restore: () => Promise<Restored>): Promise<Omit<DrillBody, 'taken'>> {
  const nothing = { entries: 0, rows: 0, erased: 0 };
  try {
    const restored = await restore();
    if (!restored.ok) return { passed: false, wrong: restored.finding.kind, ...nothing };
    const { entries, rows } = restored.counts;
    return { passed: true, wrong: null, entries, rows, erased: restored.erased };
  } catch (problem) {
    if (!isFault(problem)) throw problem;
    return { passed: false, wrong: problem.code, ...nothing };
  }
}

/** A request that comes again is practised again, and answered with what was recorded first. */
async function record(vault: Vault, body: DrillBody, request: Repeatable): Promise<Drill> {
  const { idempotency, onReplay } = request;
  const state = body.passed ? 'passed' : 'failed';
  const id = vault.mint();
  const acted = await vault.act({
    locks: [],
    reads: [],
    ...(idempotency ? { idempotency } : {}),
    decide(_, { now: at }): ActVerdict<Omit<Drill, 'entry'>> {
      const changes = [addEvidence({ id, kind: DRILL, state, at }, body)];
      const answer = { ...body, at };
      return {
        answer,
        entries: [{ kind: 'evidence', evidence: DRILL, state, changes }],
        ...(idempotency ? { outcome: JSON.stringify(answer) } : {}),
      };
    },
  });
  const [entry] = acted.entries;
  if (entry === undefined) throw new TypeError('a drill was recorded without its entry');
  if (!acted.replayed) return { ...acted.answer, entry };
  onReplay?.();
  return { ...(JSON.parse(acted.outcome) as Omit<Drill, 'entry'>), entry };
}
