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
 * restarts, and an index grows at one place instead of everywhere. They tell the hour and nothing
 * finer, as the log does. They are names, not secrets.
 */
export function idMinter(begun: number, random: Random): Mint {
  return minterFrom(() => begun, random);
}

/** Makes ids of entries. */
interface EntryMinter {
  readonly mint: Mint;
  /** The log has come as far as this: what is minted from now on sorts behind what led there. */
  forward(arrived: number): void;
}

/**
 * The same for entries, by how far the log has come now: a history, which is read by its entries' ids, then
 * stands in order of time whichever process wrote a line of it. That these ids tell a place in the log
 * gives nothing away, since a receipt tells it of anyone's entry; of a person's own id it would.
 */
export function entryMinter(begun: number, random: Random): EntryMinter {
  let come = begun;
  return {
    mint: minterFrom(() => come, random),
    forward(arrived) {
      come = Math.max(come, arrived);
    },
  };
}

function minterFrom(come: () => number, random: Random): Mint {
  const own = Buffer.from(random(4)).toString('hex');
  let hour = 0;
  let counter = 0;
  return (now) => {
    // Never back: what is minted later sorts later.
    hour = Math.max(hour, Math.floor(now / HOUR));
    counter += 1;
    if (counter > 0xffff_ffff) throw new RangeError('a minter makes at most 2^32 - 1 ids');
    return hex(hour, 6) + hex(come(), 10) + own + hex(counter, 8);
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
