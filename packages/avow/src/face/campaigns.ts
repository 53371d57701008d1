import type { MailingProgress } from '../mailing/mailing.ts';
import type { Acting, Idempotent } from './decision.ts';
import type { CampaignId, EntryId } from './ids.ts';

/**
 * What a campaign says in one language. A category in braces, such as `{contact.name}`, stands for what is
 * held of the reader, and is asked of the policy for each of them; nothing else in it may be anybody's data.
 */
export interface CampaignText {
  /** One line, up to 200 characters. */
  readonly subject: string;
  /** Plain text, up to 10,000 characters. */
  readonly text: string;
}

/** A message about the platform's own products and services, to many people. */
export interface Campaign {
  readonly campaign: CampaignId;
  /** `marketing.own`, the one purpose that campaigns are for: it is what people refuse by their link. */
  readonly purpose: string;
  /** In every language of the policy. */
  readonly texts: Readonly<Record<string, CampaignText>>;
  /** Only for those of whom this interest is kept; undefined: for everybody whom the policy permits. */
  readonly interest: string | undefined;
  /** Nothing of it is sent from this moment on: epoch milliseconds. */
  readonly until: number | undefined;
  /** A draft goes to nobody until it is started. */
  readonly state: 'draft' | 'running' | 'paused' | 'ended';
  readonly made: number;
  /** Of what it says, to whom and until when (SHA-256, base64url): of another text it is another. */
  readonly digest: string;
}

/** How far a campaign has come. Counts alone: who refused is nobody's list. */
export interface CampaignProgress extends Campaign {
  readonly mail: MailingProgress;
  /** Whether nobody waits. Whoever comes while it runs still gets it. */
  readonly isOver: boolean;
}

/** What a campaign says, to whom, until when. */
export interface NewCampaign {
  readonly texts: Readonly<Record<string, CampaignText>>;
  readonly interest?: string;
  readonly until?: number;
}

/** What the policy would answer about everybody who would be asked about at this moment. Counts alone. */
export interface CampaignPreview {
  readonly campaign: CampaignId;
  readonly asked: number;
  /**
   * Permitted, with an address held. Of a campaign that goes by an interest that is the most that it can reach:
   * whom it suits stands in what is sealed, and is found out when it is sent.
   */
  readonly permitted: number;
  /** Permitted, and nothing is held that a message could go to. */
  readonly unreachable: number;
  /** By the sentence that would refuse. */
  readonly refused: Readonly<Record<string, number>>;
}

/**
 * Messages about the platform's own products, decided recipient by recipient: `message` for `marketing.own`, and
 * `use` of interests where it goes by them. Nobody gets one twice: the mark that it is being sent is made
 * before the mail server is asked, so what a process that ended left in between is `uncertain`.
 *
 * Each message says why one gets it, and how to get none any more: by a link with a button, and by the header
 * fields of RFC 8058. The link holds a signed token, which names nobody.
 */
export interface Campaigns {
  /** Begins one; it goes out by itself, from every process that was given a way. */
  create(what: Acting & Idempotent & NewCampaign): Promise<Campaign & { readonly entry: EntryId }>;
  /** The same, but nothing of it goes out before it is started. */
  draft(what: Acting & Idempotent & NewCampaign): Promise<Campaign & { readonly entry: EntryId }>;
  /** Puts something else in place of all that a draft says. `AVOW_STATE` if it is none any more. */
  rewrite(
    what: Acting & Idempotent & OneCampaign & NewCampaign,
  ): Promise<Campaign & { readonly entry: EntryId }>;
  /**
   * Whom it would be asked about now, as counts. Reads what a decision reads of everybody, one after the other; opens
   * nothing, records nothing, permits nothing.
   */
  preview(what: OneCampaign): Promise<CampaignPreview>;
  /**
   * Begins what was a draft: what was read of it, if its `digest` is given. `AVOW_STATE` if it is no draft, if its end
   * has come, or if somebody wrote something else in it since.
   */
  start(
    what: Acting & Idempotent & OneCampaign & { readonly digest?: string },
  ): Promise<Campaign & { readonly entry: EntryId }>;
  /** From the moment this returns nothing more of it is handed to a mail server, by any process. */
  pause(what: Acting & Idempotent & OneCampaign): Promise<Campaign & { readonly entry: EntryId }>;
  /** It goes on with whoever has not got it. `AVOW_STATE` if it is not paused, or if its end has come. */
  resume(what: Acting & Idempotent & OneCampaign): Promise<Campaign & { readonly entry: EntryId }>;
  /** As pausing, for good; so does its own end, by itself. */
  end(what: Acting & Idempotent & OneCampaign): Promise<Campaign & { readonly entry: EntryId }>;
  /** All of them, newest first. */
  list(): Promise<readonly Campaign[]>;
  /** Reads a row or two of everybody. `AVOW_NOT_FOUND` if there is none of this id. */
  progress(what: OneCampaign): Promise<CampaignProgress>;
  /** Sends what waits, at most as many as a minute allows; answers how many were tried. */
  send(): Promise<number>;
  /**
   * Puts those back in line who were not reached, whoever was refused included: they are asked about anew.
   * With `evenUncertain` also those who perhaps got it, who may then get it twice. That it was asked for is on record.
   */
  retry(
    what: Acting & Idempotent & OneCampaign & { readonly evenUncertain?: boolean },
  ): Promise<{ readonly count: number; readonly entry: EntryId }>;
  /** Whether a token is one of ours, and its message still on record. Changes nothing. */
  knows(token: string): Promise<boolean>;
  /**
   * What the link in a message does: its reader gets nothing of `marketing.own` any more, of no campaign, from
   * the moment this returns. Undefined for a token that is none, or whose reader has been erased.
   */
  unsubscribe(what: {
    readonly token: string;
    /** In which the question was shown; absent: the reader's own. */
    readonly language?: string;
  }): Promise<{ readonly purpose: string } | undefined>;
}

/** Which campaign. */
export interface OneCampaign {
  readonly campaign: CampaignId;
}
