import type { Clock } from './port/clock.ts';
import type { Random } from './port/random.ts';

declare const brand: unique symbol;

/** Whom the data is about: a person, a device, an organisation. */
export type PersonId = string & { readonly [brand]: 'person' };
/** One entry of the log, before and after it has a position in the tree. */
export type EntryId = string & { readonly [brand]: 'entry' };

const HOUR = 3_600_000;

/**
 * Makes ids: the hour (6 hex digits), a random 64 bits of this minter, a counter (8 hex digits).
 * Ids of one minter rise, so a person's history reads in order of time and an index grows at one
 * place instead of everywhere; they tell the hour and nothing finer, as the log does. They are names,
 * not secrets.
 */
export function idMinter(clock: Clock, random: Random): () => string {
  const minter = Buffer.from(random(8)).toString('hex');
  let hour = 0;
  let counter = 0;
  return () => {
    // Never back: an id minted after the clock was set back still sorts after those before it.
    hour = Math.max(hour, Math.floor(clock.now() / HOUR));
    counter += 1;
    if (counter > 0xffff_ffff) throw new RangeError('a minter makes at most 2^32 - 1 ids');
    return `${hour.toString(16).padStart(6, '0')}${minter}${counter.toString(16).padStart(8, '0')}`;
  };
}
