import { createHash } from 'node:crypto';
import { canonicalJson, type EvidenceRow, type Json, type Lock } from '@avow/vault';
import { purposes } from '../conventions.ts';
import type { Campaign, CampaignText } from '../face/campaigns.ts';
import type { CampaignId } from '../face/ids.ts';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/** What a campaign says, and to whom. About nobody; in the clear. */
export interface CampaignBody {
  readonly texts: Readonly<Record<string, CampaignText>>;
  readonly interest: string | null;
  /** Absent of those that were made before there was an end. */
  readonly until?: number | null;
  readonly made: number;
}

export const CAMPAIGN = 'campaign';
/** The kind of the evidence that somebody was written to. */
export const CAMPAIGN_MAIL = 'campaign.mail';

export const campaignRef = reference(CAMPAIGN);

/** The campaigns that have not ended. */
export const campaigns: ReadOf<'evidence'> = {
  table: 'evidence',
  by: 'ref',
  equals: [campaignRef, CAMPAIGN],
  limit: MOST_ROWS,
};

/** Those that have; the most that are listed. */
export const endedCampaigns: ReadOf<'evidence'> = {
  table: 'evidence',
  by: 'kind',
  equals: [CAMPAIGN, 'ended'],
  limit: 10_000,
};

export function campaignOf(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

export function campaignFrom(row: EvidenceRow): Campaign {
  const { texts, interest, until = null, made } = JSON.parse(row.body) as CampaignBody;
  const said = { what: 'avow/campaign/v1', texts, interest, until } as unknown as Json;
  return {
    campaign: row.id as CampaignId,
    purpose: purposes.ownMarketing,
    texts,
    interest: interest ?? undefined,
    until: until ?? undefined,
    state: row.state as Campaign['state'],
    made,
    digest: createHash('sha256').update(canonicalJson(said)).digest('base64url'),
  };
}

/** Shared by whoever decides on one of its messages, had alone by whoever stops it or lets it go on. */
export function campaignLock(id: string, mode: Lock['mode']): Lock {
  return { on: 'party', id: `campaign ${id}`, mode };
}
