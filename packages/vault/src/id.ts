import type { Random } from './port/random.ts';

declare const brand: unique symbol;

/** Whom the data is about: a person, a device, an organisation. */
export type PersonId = string & { readonly [brand]: 'person' };
/** One entry of the log, before and after it has a position in the tree. */
export type EntryId = string & { readonly [brand]: 'entry' };

const HOUR = 3_600_000;

/** Makes a new id at a moment (epoch ms). */
export type Mint = (now: number) => string;

/**
 * Makes ids: the hour (6 hex digits), how far the log had come when this minter began (10),
 * randomness to tell apart minters that began together (8), a counter (8). So ids rise, also over
 * restarts: a person's history reads in order of time, and an index grows at one place instead of
 * everywhere. They tell the hour and nothing finer, as the log does. They are names, not secrets.
 */
export function idMinter(begun: number, random: Random): Mint {
  const minter = hex(begun, 10) + Buffer.from(random(4)).toString('hex');
  let hour = 0;
  let counter = 0;
  return (now) => {
    // Never back: what is minted later sorts later.
    hour = Math.max(hour, Math.floor(now / HOUR));
    counter += 1;
    if (counter > 0xffff_ffff) throw new RangeError('a minter makes at most 2^32 - 1 ids');
    return hex(hour, 6) + minter + hex(counter, 8);
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
