import type { CategoryName, Policy, Words } from '@avow/policy';
import type { Anchor, Clock, Keyring, Random, Tombstones } from '@avow/vault';
import type { AlertWay } from './alerts/way.ts';
import type { CampaignWay } from './campaigns/way.ts';
import type { NameOf } from './consents/question.ts';
import type { TellingWay } from './desk/mail/way.ts';
import type { DirectoryOptions, InterestSource, Measure } from './face/index.ts';
import type { Providers } from './facts/registry.ts';
import type { NoticeWay } from './notices/way.ts';
import type { KeySource } from './places.ts';

/** What a platform brings along. */
export interface AvowOptions<V extends Words> {
  /**
   * Put in force if it never was: at the first start, and whenever it has changed. A version that was
   * replaced does not come back by a start; `policy.publish` brings it back.
   */
  readonly policy: Policy<V>;
  /**
   * The data store's file, such as `data/avow.db`; then the key store lies in `data-keys/` and the
   * anchor in `data-anchor/` beside it. Or both files, or the connection strings of two PostgreSQL
   * databases.
   */
  readonly database: string | { readonly data: string; readonly keys: string };
  /** Where the root key comes from: `passphraseFile('keys/root')`, or any keyring. */
  readonly keys: Keyring | KeySource;
  /**
   * Where the last checkpoint is kept, outside both stores: a file, or the connection string of a
   * database of its own. Needed if `database` names both.
   */
  readonly anchor?: Anchor | string;
  /** Where it is written down who was erased. Default: beside the anchor, if that is a place. */
  readonly tombstones?: Tombstones;
  /** The log's name: a host and path without scheme. Never changes. Default `localhost/avow`. */
  readonly origin?: string;
  /** The region of the policy that this deployment keeps its data in. Default: its only one. */
  readonly region?: keyof V['regions'] & string;
  /** Where it is looked up which region of the platform somebody is at home in. */
  readonly directory?: DirectoryOptions;
  /** Providers of facts beside those that come with the library, or in their place. */
  readonly facts?: Providers;
  /** The folder that backups are taken into, each in a folder of its own: for measures and drills. */
  readonly backups?: string;
  /** Measures of the platform's own, such as how it keeps passwords. */
  readonly measures?: readonly Measure[];
  /**
   * What parties are called where people are asked to allow them something. Without it, or where it answers
   * undefined, by their name in the records. The digest of the question covers the name: give one for good.
   */
  readonly nameOf?: NameOf;
  /**
   * How notices of a change of the policy go out by mail. Without it they cannot, and an announcement
   * that names mail is refused.
   */
  readonly notices?: NoticeWay & { readonly address: CategoryName<V> };
  /** How people are told by mail, too, of what the desk disclosed. Without it they are told in the centre alone. */
  readonly tellings?: TellingWay & { readonly address: CategoryName<V> };
  /** How campaigns go out by mail. Without it they wait for a process that has it. */
  readonly campaigns?: CampaignWay & { readonly address: CategoryName<V> };
  /**
   * How people are written to about their own safety: that they were suspended, what came of it, that a leak
   * was reported and what was done. Without it they see it where they sign in, and nobody is written to.
   */
  readonly alerts?: AlertWay & { readonly address: CategoryName<V> };
  /** What there is to be interested in, and what speaks of it. Without it nothing is derived. */
  readonly interests?: InterestSource;
  /**
   * How much may wait in each store before more is refused with `AVOW_BUSY`, which an HTTP surface
   * answers with 503 and `Retry-After`. Default 4,096.
   */
  readonly queue?: number;
  readonly clock?: Clock;
  readonly random?: Random;
  /**
   * Says that the machine's clock is right, although the log's last entry is over 30 days ago. Until
   * somebody does, here or by `avow.clock.confirm`, nothing that is past its time is removed.
   */
  readonly acceptClock?: boolean;
}
