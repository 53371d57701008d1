import type { Idempotent } from './decision.ts';
import type { PersonId } from './ids.ts';

/** How a deployment takes part in the directory of its platform. */
export interface DirectoryOptions {
  /**
   * 32 bytes that all regions hold and nobody else: values are found by hashes under it. It is none of the
   * keys of a store, so it opens nothing, anywhere.
   */
  readonly key: Uint8Array;
  /**
   * Where the directory lies. With this deployment: a SQLite file or a PostgreSQL database for it alone.
   * With another: how a letter is brought there; it resolves to the home that is answered.
   */
  readonly at: string | ((letter: string) => Promise<string | undefined>);
}

/**
 * Which region is home to whoever has a value, such as an address that they log in with. It holds keyed
 * hashes and names of regions: no value, and nobody's id. Only a region itself can say that it is home to
 * somebody, in a letter with its signature; of two that say so at once one is, and the other hears of it.
 * `AVOW_STATE` for all of it where `createAvow` was given no directory.
 */
export interface Directory {
  /** Normalising is the caller's: equal values must be spelt alike. Undefined: it is nobody's home. */
  home(value: string): Promise<string | undefined>;
  /**
   * Says that this region is home to a person by a value. Answers which one is: another, if it said so
   * first, and then nothing is kept here. It is taken back when the person is erased.
   */
  list(
    what: { readonly person: PersonId; readonly value: string } & Idempotent,
  ): Promise<{ readonly home: string }>;
  /** Takes it back: they have another address, or another home. */
  unlist(what: { readonly person: PersonId; readonly value: string }): Promise<void>;
  /** Answers a letter that a region wrote to the directory, where it lies here: which region is home. */
  answer(letter: string): Promise<string | undefined>;
}
