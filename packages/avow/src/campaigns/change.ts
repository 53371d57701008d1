import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asCampaignId } from '../door/ids.ts';
import { name } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Campaign, Campaigns } from '../face/campaigns.ts';
import { AvowError } from '../fault.ts';
import {
  CAMPAIGN,
  type CampaignBody,
  campaignFrom,
  campaignLock,
  campaignOf,
  campaignRef,
  campaigns,
} from '../register/campaign.ts';
import { MOST_ROWS } from '../register/reference.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { saidOf } from './said.ts';

/**
 * Makes a campaign, that goes out by itself or waits as a draft. Nothing is sent yet: each of its messages is a
 * decision of its own.
 */
export function createWith(
  deployment: Deployment,
  state: 'running' | 'draft',
): Campaigns['create'] {
  const { vault } = deployment;
  return async (what) => {
    const said = saidOf(deployment, what);
    const by = actorOf(what);
    const operation = state === 'draft' ? 'campaigns.draft' : 'campaigns.create';
    const request = repeatable(what, operation, { ...said, by });
    return record(deployment, request, () => ({
      people: [],
      by,
      widens: true,
      reads: [campaigns],
      locks: [campaignLock('new', 'exclusive')],
      decide(rows, at) {
        if (rows.of(campaigns).length >= MOST_ROWS) {
          throw new AvowError('AVOW_TOO_MANY', 'too many campaigns that have not ended');
        }
        mustNotBeOver(said.until, at);
        const row = { id: vault.mint(), kind: CAMPAIGN, ref: campaignRef, state, at };
        const body: CampaignBody = { ...said, made: at };
        return {
          evidence: CAMPAIGN,
          state,
          changes: [addEvidence(row, body)],
          value: told({ ...row, body: JSON.stringify(body) }),
        };
      },
    }));
  };
}

/** Puts something else in place of what a draft says. */
export function rewriteWith(deployment: Deployment): Campaigns['rewrite'] {
  return async (what) => {
    const campaign = asCampaignId(what.campaign);
    const said = saidOf(deployment, what);
    const by = actorOf(what);
    const request = repeatable(what, 'campaigns.rewrite', { campaign, ...said, by });
    return record(deployment, request, () => ({
      people: [],
      by,
      widens: false,
      reads: [campaignOf(campaign)],
      locks: [campaignLock(campaign, 'exclusive')],
      decide(rows, at) {
        const [row] = rows.of(campaignOf(campaign));
        if (row?.kind !== CAMPAIGN) throw noSuch();
        if (row.state !== 'draft') throw new AvowError('AVOW_STATE', 'is no draft', 'campaign');
        mustNotBeOver(said.until, at);
        const body: CampaignBody = { ...said, made: campaignFrom(row).made };
        return {
          evidence: CAMPAIGN,
          state: 'draft',
          changes: [changeEvidence(row, { at, body })],
          value: told({ ...row, body: JSON.stringify(body) }),
        };
      },
    }));
  };
}

/** What moves a campaign: which states it can be moved from, and what comes of it. */
const moves = {
  start: { from: ['draft'], to: 'running' },
  resume: { from: ['paused'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  end: { from: ['draft', 'running', 'paused'], to: 'ended' },
} as const satisfies Record<string, { from: readonly Campaign['state'][]; to: Campaign['state'] }>;

/** Moves a campaign to another state; when it resolves, no process decides by the one before. */
export function moveWith(deployment: Deployment, move: keyof typeof moves): Campaigns['start'] {
  const { to: state } = moves[move];
  const from: readonly string[] = moves[move].from;
  return async (what) => {
    const campaign = asCampaignId(what.campaign);
    const by = actorOf(what);
    const read = what.digest === undefined ? undefined : name('digest', what.digest);
    const request = repeatable(what, `campaigns.${move}`, { campaign, by, ...(read && { read }) });
    return record(deployment, request, () => ({
      people: [],
      by,
      widens: state === 'running',
      reads: [campaignOf(campaign)],
      locks: [campaignLock(campaign, 'exclusive')],
      decide(rows, at) {
        const [row] = rows.of(campaignOf(campaign));
        if (row?.kind !== CAMPAIGN) throw noSuch();
        if (!from.includes(row.state)) {
          throw new AvowError('AVOW_STATE', `is ${row.state}`, 'campaign');
        }
        const { until, digest } = campaignFrom(row);
        if (read !== undefined && read !== digest) {
          throw new AvowError('AVOW_STATE', 'is not what it says now', 'digest');
        }
        if (state === 'running') mustNotBeOver(until, at);
        const ref = state === 'ended' ? null : row.ref;
        return {
          evidence: CAMPAIGN,
          state,
          changes: [changeEvidence(row, { state, at, ref })],
          value: told({ ...row, state }),
        };
      },
    }));
  };
}

/** Writes down that a campaign is tried again, and who has it tried; whom it concerns is written row by row afterwards. */
export function retryWith(deployment: Deployment) {
  return async (what: Parameters<Campaigns['retry']>[0], evenUncertain: boolean) => {
    const campaign = asCampaignId(what.campaign);
    const by = actorOf(what);
    const request = repeatable(what, 'campaigns.retry', { campaign, evenUncertain, by });
    return record(deployment, request, () => ({
      people: [],
      by,
      widens: false,
      reads: [campaignOf(campaign)],
      locks: [campaignLock(campaign, 'exclusive')],
      decide(rows, at) {
        const [row] = rows.of(campaignOf(campaign));
        if (row?.kind !== CAMPAIGN) throw noSuch();
        const changes = [changeEvidence(row, { at })];
        return { evidence: CAMPAIGN, state: 'retried', changes, value: told(row) };
      },
    }));
  };
}

function mustNotBeOver(until: number | null | undefined, now: number): void {
  if (until == null || now < until) return;
  throw new AvowError('AVOW_STATE', 'has come already', 'until');
}

/** An answer that may be kept as the outcome of a request: what is undefined is not said. */
function told(row: Parameters<typeof campaignFrom>[0] | object): Campaign {
  return campaignFrom(row as Parameters<typeof campaignFrom>[0]);
}

export function noSuch(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such campaign', 'campaign');
}
