import type { Policy, Text } from '@avow/policy';
import { type Anchor, isFault, type Keyring, type Tombstones, type Vault } from '@avow/vault';
import type { Log } from '../face/log.ts';
import type { Measure, Measured } from '../face/measures.ts';
import type { InForce } from '../policy/in-force.ts';
import { apartMeasure } from './apart.ts';
import { backupsMeasure } from './backups.ts';
import { clockMeasure } from './clock.ts';
import { drilledMeasure } from './drilled.ts';
import { expiredMeasure } from './expired.ts';
import { logMeasure } from './log.ts';
import { recordedMeasure } from './recorded.ts';
import { sealsMeasure } from './seals.ts';

/** Where a deployment lies, as far as its measures look there. */
export interface MeasuredPlaces {
  /** Files, or connection strings. */
  readonly data: string;
  readonly keys: string;
  /** Further files that their owner alone should read. */
  readonly files: readonly string[];
  readonly backups: string | undefined;
  readonly keyring: Keyring;
  readonly anchor: Anchor;
  readonly tombstones: Tombstones | undefined;
}

/** The duty of the policy that stands for every measure which no other one names. */
const EVERY = 'checkMeasures';

/** The measures that come with the library, in the order in which people read them. */
export function builtIn(
  vault: Vault,
  log: Log,
  now: () => number,
  places: MeasuredPlaces | undefined,
): readonly Measure[] {
  return [
    sealsMeasure(vault),
    ...(places === undefined ? [] : [apartMeasure(places, places.files)]),
    logMeasure(vault, log),
    recordedMeasure(vault, now),
    backupsMeasure(places?.backups, now),
    drilledMeasure(vault, now),
    expiredMeasure(vault, now),
    clockMeasure(vault),
  ];
}

/** Checks measures, each for itself: one that cannot be checked does not hide the others. */
export function measuresOf(
  measures: readonly Measure[],
  policy: InForce,
  now: () => number,
): (further?: readonly Measure[]) => Promise<readonly Measured[]> {
  return async (further = []) => {
    const { policy: inForce } = await policy.now();
    return Promise.all(
      [...measures, ...further].map(async ({ id, duty, title, limit, check }) => {
        const found = await check().catch(cannotCheck);
        return { id, sentences: promisedBy(inForce, duty), title, limit, ...found, at: now() };
      }),
    );
  };
}

function promisedBy(policy: Policy, duty: string): readonly string[] {
  const own = sentencesWith(policy, duty);
  return own.length > 0 ? own : sentencesWith(policy, EVERY);
}

function sentencesWith(policy: Policy, duty: string): readonly string[] {
  return policy.clauses
    .flatMap(({ sentences }) => sentences)
    .filter(({ backings }) =>
      backings.some((backing) => backing.kind === 'duty' && backing.duty === duty),
    )
    .map(({ id }) => id);
}

/** Public as it is, so of what went wrong only the code, and that only where it is one of ours. */
function cannotCheck(problem: unknown): { readonly state: 'failed'; readonly says: Text } {
  const code = isFault(problem) ? problem.code : 'AVOW_UNEXPECTED';
  return {
    state: 'failed',
    says: {
      en: `This could not be checked (${code}), so it counts as not working.`,
      'zh-CN': `此项无法检查（${code}），因此视为未生效。`,
    },
  };
}
