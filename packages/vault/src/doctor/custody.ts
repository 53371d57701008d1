import type { IndexCourse } from '../custody/index/rotate.ts';
import type { KeyState } from '../custody/state.ts';
import { type Examined, ok, warn } from './finding.ts';

const DAY = 24 * 3_600_000;
/** NIST SP 800-57 part 1, table 1: keys that wrap keys are used for two years at most; half of that. */
const OLD_DAYS = 365;

/** The age of the keys, what is being replaced, and whether the escrow is still good for something. */
export function examineCustody(
  state: KeyState,
  index: IndexCourse | undefined,
  now: number,
): readonly Examined[] {
  return [examineAge(state, now), examineRotation(state, index), examineEscrow(state)];
}

function examineAge({ since }: KeyState, now: number): Examined {
  const ages = Object.entries(since).map(([key, moment]) => ({
    key,
    days: Math.floor(Math.max(0, now - moment) / DAY),
  }));
  const says = `in days: ${ages.map(({ key, days }) => `${key} ${days}`).join(', ')}`;
  const old = ages.find(({ days }) => days >= OLD_DAYS);
  return old === undefined
    ? ok('key-age', says)
    : warn('key-age', says, `avow keys rotate ${old.key}`);
}

function examineRotation({ underWay }: KeyState, index: IndexCourse | undefined): Examined {
  if (underWay.length === 0) return ok('rotation', 'no key is being replaced');
  const says = `being replaced: ${underWay.map(({ key }) => key).join(', ')}`;
  if (index !== undefined && index.stuck > 0) {
    const left = `${says}; keyed hashes that could not be made anew: ${index.stuck}`;
    return warn(
      'rotation',
      left,
      'avow audit, then avow keys rotate index: it looks at them again',
    );
  }
  return warn('rotation', says, 'if no server runs, start one: it carries that to its end');
}

function examineEscrow({ escrow }: KeyState): Examined {
  const check = 'escrow';
  if (escrow === undefined) return ok(check, 'none was made');
  if (!escrow.isOutdated) return ok(check, 'it holds the root key that is in force');
  return warn(check, 'it holds a root key that was replaced since', 'avow keys escrow');
}
