import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asCampaignId } from '../door/ids.ts';
import { text } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Campaign, Campaigns } from '../face/campaigns.ts';
import { AvowError } from '../fault.ts';
import { LONGEST_NAME } from '../interests/own.ts';
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
import { textsOf } from './text.ts';

/** The states that a campaign can be moved from, by the one that it is moved to. */
const before: Readonly<Record<Campaign['state'], readonly string[]>> = {
  running: ['paused'],
  paused: ['running'],
  ended: ['running', 'paused'],
};

/** Begins a campaign. Nothing is sent yet: each of its messages is a decision of its own. */
export function createWith(deployment: Deployment): Campaigns['create'] {
  const { vault, policy, interests } = deployment;
  return async (what) => {
    const texts = textsOf(what.texts, policy.current().policy.vocabulary);
    const interest =
      what.interest === undefined ? null : text('interest', what.interest, LONGEST_NAME);
    if (interest !== null && interests && !Object.hasOwn(interests.words, interest)) {
      throw new AvowError('AVOW_NOT_FOUND', 'is no interest that there is', 'interest');
    }
    const by = actorOf(what);
    const request = repeatable(what, 'campaigns.create', { texts, interest, by });
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
        const row = { id: vault.mint(), kind: CAMPAIGN, ref: campaignRef, state: 'running', at };
        const body: CampaignBody = { texts, interest, made: at };
        return {
          evidence: CAMPAIGN,
          state: 'running',
          changes: [addEvidence(row, body)],
          value: told({ ...row, body: JSON.stringify(body) }),
        };
      },
    }));
  };
}

/** Moves a campaign to another state; when it resolves, no process decides by the one before. */
export function moveWith(deployment: Deployment, state: Campaign['state']): Campaigns['pause'] {
  return async (what) => {
    const campaign = asCampaignId(what.campaign);
    const by = actorOf(what);
    const request = repeatable(what, `campaigns.${state}`, { campaign, by });
    return record(deployment, request, () => ({
      people: [],
      by,
      widens: state === 'running',
      reads: [campaignOf(campaign)],
      locks: [campaignLock(campaign, 'exclusive')],
      decide(rows, at) {
        const [row] = rows.of(campaignOf(campaign));
        if (row?.kind !== CAMPAIGN) throw noSuch();
        if (!before[state].includes(row.state)) {
          throw new AvowError('AVOW_STATE', `is ${row.state}`, 'campaign');
        }
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

/** An answer that may be kept as the outcome of a request: what is undefined is not said. */
function told(row: Parameters<typeof campaignFrom>[0] | object): Campaign {
  return campaignFrom(row as Parameters<typeof campaignFrom>[0]);
}

export function noSuch(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such campaign', 'campaign');
}
