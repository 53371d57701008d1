import type { CategoryName, Words } from '@avow/policy';
import type { Disclosed } from './acts.ts';
import type { AuthorityOrders, StatutoryDuties } from './authority.ts';
import type { CaseRecipient } from './case.ts';
import type { Cases } from './cases.ts';
import type { Complaints } from './complaints.ts';
import type { Decided, Idempotent } from './decision.ts';
import type { BasisId, CaseId, EntryId, PartyId, PersonId, PortalId } from './ids.ts';
import type { Requests } from './requests.ts';

/** The grounds of clause 3 on which the desk hands something over, by the type of their cases. */
export const grounds = ['law', 'violation', 'complaint', 'order', 'basis'] as const;
/** One of the grounds. */
export type Ground = (typeof grounds)[number];

/** What is counted under a ground. */
export const countedAs = ['opened', 'delivered', 'refused', 'appealed', 'undone'] as const;
/** One of those. */
export type Counted = (typeof countedAs)[number];

/** How often what happened under a ground in a month (UTC, `2026-01`). Says nothing about anybody. */
export interface GroundCount extends Readonly<Record<Counted, number>> {
  readonly ground: Ground;
  readonly month: string;
}

/**
 * **Who works at the desk**, by the ids that the platform's operators have as subjects. Only whom somebody
 * appointed can handle, approve or deliver, so the id of a customer is never taken for an operator's.
 */
export interface DeskStaff {
  /**
   * `as`: what class of recipient they are, one of the policy's own inside the platform; absent: `staff`.
   * Somebody who works here already can be made another.
   */
  appoint(
    what: { readonly operator: PersonId; readonly as?: string } & Idempotent,
  ): Promise<Appointed>;
  /** From now on they see nothing, and do nothing here. What they approved before stands. */
  dismiss(what: { readonly operator: PersonId } & Idempotent): Promise<Appointed>;
  /** At most 1,000. */
  list(): Promise<readonly PersonId[]>;
}

/** What an operator did, as it is on record. */
export interface Deed {
  /** The operator's id. Whose it is, only the platform knows. */
  readonly by: PersonId;
  readonly at: number;
  /** What was changed, and what it has been since, in the words of the log: `engagement`, `ended`. */
  readonly evidence: string;
  readonly state: string;
  /** The id of what was changed, such as the engagement; undefined where nothing was to be. */
  readonly of: string | undefined;
  readonly party: PartyId | undefined;
}

/** Somebody who works at the desk, or did. */
export interface Appointed {
  readonly operator: PersonId;
  readonly state: 'appointed' | 'dismissed';
  /** The class of recipient that they are, or were when they left. */
  readonly as: string;
  readonly entry: EntryId;
}

/** A basis for other disclosures, as it was proposed. */
export interface ProposedBasis<V extends Words> {
  readonly basis: BasisId;
  /** What it says, in each language of the policy. */
  readonly words: Readonly<Record<string, string>>;
  readonly categories: readonly CategoryName<V>[];
  readonly parties: readonly PartyId[];
  /** Who proposed it, and when. */
  readonly proposedBy: PersonId;
  readonly proposed: number;
  /** When it is to begin at the earliest; it never does before it is published. */
  readonly from: number;
  readonly until: number;
}

/** A basis that was published. */
export interface Basis<V extends Words> extends ProposedBasis<V> {
  readonly published: number;
  readonly ended: number | undefined;
}

/** One operator does something with a basis. */
interface BasisStep extends Idempotent {
  readonly basis: BasisId;
  /** An operator appointed to the desk. */
  readonly by: PersonId;
}

/**
 * **Published bases** (3.g). One operator proposes, another publishes just that: what is proposed never changes.
 * Anybody reads what is published, before and after it is used; a proposal nobody but the desk.
 */
export interface Bases<V extends Words> {
  /** Nothing rests on it yet. */
  propose(
    what: Pick<Basis<V>, 'words' | 'categories' | 'parties' | 'until'> & {
      readonly from?: number;
      readonly by: PersonId;
    } & Idempotent,
  ): Promise<ProposedBasis<V> & { readonly entry: EntryId }>;
  /** `AVOW_STATE` if it is published already, was dropped, its end is past, or `by` proposed it. */
  publish(what: BasisStep): Promise<Basis<V> & { readonly entry: EntryId }>;
  /** Drops a proposal, also one's own. `AVOW_STATE` if it was published. */
  drop(what: BasisStep): Promise<ProposedBasis<V> & { readonly entry: EntryId }>;
  end(what: BasisStep): Promise<Basis<V> & { readonly entry: EntryId }>;
  /** What waits to be published, the newest first; at most 1,000. */
  proposals(): Promise<readonly ProposedBasis<V>[]>;
  /** One that is published, or was. */
  get(basis: BasisId): Promise<Basis<V> | undefined>;
  /** The newest first, those that have ended too; at most 1,000 of each. */
  list(): Promise<readonly Basis<V>[]>;
}

/** A view that was redeemed. */
export interface View<V extends Words> {
  readonly portal: PortalId;
  readonly case: CaseId;
  /** What each look is made with from now on. Said once. */
  readonly view: string;
  readonly categories: readonly CategoryName<V>[];
  /** When the case ends by itself; it may end before. */
  readonly until: number;
  readonly entry: EntryId;
}

/**
 * **The portal**, for a recipient who holds no key. `as` is who has signed in; whoever calls has made sure
 * of that. Anybody else's ticket or view is not there.
 */
export interface Portal<V extends Words> {
  /** Redeems a ticket, once. `AVOW_STATE` if it was before, or its time or its case is over. */
  redeem(
    what: { readonly ticket: string; readonly as: CaseRecipient } & Idempotent,
  ): Promise<View<V>>;
  /**
   * For a user who has signed in and knows the case, where no ticket was sent: redeems what waits for them in it,
   * or comes back to what they redeemed. Undefined: nothing was delivered to them, or its time is over.
   */
  enter(what: {
    readonly case: CaseId;
    readonly as: CaseRecipient;
  }): Promise<Omit<View<V>, 'entry'> | undefined>;
  /** The act `open`, decided anew each time. Reads what there is now; no key leaves. */
  look(what: { readonly view: string; readonly as: CaseRecipient }): Promise<Decided<Disclosed<V>>>;
}

/** What a person is told of a disclosure. */
export interface Told<V extends Words> {
  readonly case: CaseId;
  readonly ground: Ground;
  readonly to: CaseRecipient | undefined;
  readonly categories: readonly CategoryName<V>[];
  /** When it was disclosed, and when they could know. */
  readonly disclosed: number;
  readonly told: number;
}

/**
 * The desk: what customer service, legal and data protection do. Whatever leaves here is the act `disclose`
 * or `open` of the policy, decided on the records below; nobody asserts anything.
 */
export interface Desk<V extends Words> {
  readonly staff: DeskStaff;
  readonly cases: Cases<V>;
  readonly orders: AuthorityOrders<V>;
  readonly duties: StatutoryDuties<V>;
  readonly complaints: Complaints;
  readonly requests: Requests<V>;
  readonly bases: Bases<V>;
  readonly portal: Portal<V>;
  /** What a person is told, the newest first. What a bar keeps from them is not among it. */
  told(person: PersonId): Promise<readonly Told<V>[]>;
  /**
   * What operators did outside of cases, the newest first: of one party, or of everybody and everything. 100, unless
   * `limit` says another number, up to 1,000.
   */
  deeds(which?: { readonly party?: PartyId; readonly limit?: number }): Promise<readonly Deed[]>;
  /** Counts by ground and month, in that order. Public. */
  report(): Promise<readonly GroundCount[]>;
  /**
   * Writes by mail to those who were told something and wait for it, at most as many as a minute allows;
   * resolves to how many were tried. Happens by itself every minute, where there is a way to send.
   */
  send(): Promise<number>;
  /**
   * Ends the cases whose time is over and tells what a bar no longer keeps back, a bounded number in each
   * act; resolves to how many. Happens by itself every hour; nothing opens in between.
   */
  tidy(): Promise<number>;
}
