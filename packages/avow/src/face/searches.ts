/** Why a search word was not kept: what it is shaped like, or that the day holds no more different ones. */
export type NotKeptBecause = 'phone' | 'identity' | 'address' | 'full';

export type KeptSearch =
  | { readonly kept: true }
  | { readonly kept: false; readonly because: NotKeptBecause };

/** What many searched for. */
export interface Popular {
  readonly keyword: string;
  /** How often, over the days that are kept and over. */
  readonly count: number;
}

/**
 * What is searched for, and by nobody. The policy forbids every act on search words about anybody, so none
 * of this is one: a word is kept as a count of its day, with no link to a person, a device, an address or a
 * time of day, for as long as the policy says. It feeds nothing.
 */
export interface Searches {
  /**
   * Takes one search word of up to 80 characters, and nothing else: whatever is to be attached to it is
   * refused by name (`AVOW_INPUT`). One shaped like a phone number, an identity number or an e-mail address
   * is not kept, and counted. It is written together with others, at most once an hour and when Avow is
   * closed; a process that dies forgets what it had not written. There is no idempotency key, since that
   * would keep a hash of the word with its exact time.
   */
  keep(keyword: string): Promise<KeptSearch>;
  /**
   * The words searched for most, in whole days that are over, and none that was searched for less than
   * `least` times (at least 10, the default). That it was asked stands in the log, about nobody.
   */
  popular(which?: {
    readonly least?: number;
    readonly limit?: number;
  }): Promise<readonly Popular[]>;
}
