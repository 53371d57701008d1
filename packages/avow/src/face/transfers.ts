import type { CategoryName, PurposeName, Words } from '@avow/policy';
import type { Decided, Idempotent } from './decision.ts';
import type { DisclosureId, MechanismId, PartyId, PersonId } from './ids.ts';
import type { PublicJwk } from './party.ts';

/** What one deployment is to all others: the party to register there, with these keys (`parties.addKey`). */
export interface RegionKeys {
  readonly party: PartyId;
  /** What openings are made for. Its private half never leaves this deployment, nor its key store. */
  readonly enc: PublicJwk;
  /** What its letters are signed with. */
  readonly sig: PublicJwk;
}

/** What goes to another region, and as whose. Nothing in it can be read without leave from here. */
export interface Sent {
  readonly disclosure: DisclosureId;
  /** The sealed disclosure; undefined if nothing is held that can be sealed. */
  readonly jwe: string | undefined;
  /**
   * A JWS of this deployment's for that one: which disclosure, for whom by the name that the two have for
   * them, where they live, which agreement they accepted. It holds no value and no id of anybody.
   */
  readonly letter: string;
}

/** What came from another region and is kept here by now. */
export interface Received<V extends Words> {
  /** Who they are here. The two deployments have no id in common. */
  readonly person: PersonId;
  readonly disclosure: DisclosureId;
  readonly categories: readonly CategoryName<V>[];
  /** Until when it is kept if nobody hears of the other region: epoch milliseconds. */
  readonly until: number;
}

/** What another region answers to a letter; undefined where it refuses. It rejects if nobody can be reached. */
export interface Neighbour {
  /** To a letter that asks to open: the content key, a JWE for this deployment alone. */
  open(letter: string): Promise<string | undefined>;
  /** To a letter that asks which transfers stand: those that do. */
  standing(letter: string): Promise<readonly string[]>;
}

/** What a round of `renew` came to. */
export interface Renewed {
  /** Transfers that still stand. */
  readonly standing: number;
  /** Transfers that had ended; what came by them is gone from here. */
  readonly ended: number;
  /** Transfers of which nobody could be asked. They run out by themselves. */
  readonly unasked: number;
}

/**
 * Transfers between the deployments of two regions (clause 4). Each is a decision of its own here, on a
 * mechanism; what leaves is sealed, and the other deployment opens it by leave from here. What it keeps it
 * keeps under its own keys, by a decision of its own, and for a day at a time: while this deployment says,
 * asked once an hour, that the transfer stands. It does no more once it could not be opened any more,
 * because the person was erased, a consent was withdrawn, the mechanism or the engagement has ended, or
 * somebody closed it. Then it goes there; and it goes by itself if nobody answers for a day.
 */
export interface Transfers<V extends Words> {
  /** What this deployment is elsewhere. Always the same. */
  keys(): RegionKeys;
  /**
   * Sends what is held of a person to another region of the policy, which is engaged here as the party
   * `region:` and its name. `AVOW_STATE` if it is not, or if it is this one.
   */
  send(
    what: {
      readonly person: PersonId;
      readonly purpose: PurposeName<V>;
      readonly categories: readonly CategoryName<V>[];
      /** The other region, by its name in the policy. */
      readonly to: keyof V['regions'] & string;
      /** The mechanism that it is to rest on; absent: one that covers it. */
      readonly mechanism?: MechanismId;
    } & Idempotent,
  ): Promise<Decided<Sent>>;
  /**
   * Opens what came from another region by its leave, and keeps it: a person who is not known here by the
   * name that it comes under is made. Again with the same disclosure is done once. `AVOW_INPUT` if the
   * letter is not what a registered key of that region signed for this one, `AVOW_STATE` if leave is refused.
   */
  receive(what: {
    readonly letter: string;
    readonly jwe: string;
    readonly neighbour: Pick<Neighbour, 'open'>;
  }): Promise<Decided<Received<V>>>;
  /** Answers another region's letter that asks to open. A refusal is on record here. */
  open(letter: string): Promise<Decided<{ readonly key: string | undefined }>>;
  /** Answers another region's letter that asks which transfers stand. */
  standing(letter: string): Promise<readonly DisclosureId[]>;
  /** Asks other regions whether what came from them still stands; what does not is removed here. */
  renew(neighbours: (region: string) => Pick<Neighbour, 'standing'> | undefined): Promise<Renewed>;
}
