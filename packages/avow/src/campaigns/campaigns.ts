import type { Clock } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { asCampaignId } from '../door/ids.ts';
import type { Campaign, Campaigns } from '../face/campaigns.ts';
import type { CampaignId } from '../face/ids.ts';
import { isAvowFault } from '../fault.ts';
import { progressOf, sendAgain, sendRound } from '../mailing/run.ts';
import { type Rounds, roundsOf } from '../notices/rounds.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import {
  CAMPAIGN,
  campaignFrom,
  campaignOf,
  campaigns,
  endedCampaigns,
} from '../register/campaign.ts';
import { readNow } from '../rows/reading.ts';
import { createWith, moveWith, noSuch, retryWith, rewriteWith } from './change.ts';
import { countedBy, isPast, mailingOf } from './mailing.ts';
import { previewOf } from './preview.ts';
import { rowBehind } from './token.ts';
import { unsubscribeWith } from './unsubscribe.ts';

const PER_MINUTE = 600;

/** Campaigns, and the rounds in which they go out by themselves. */
export function campaignsOf(
  deployment: Deployment,
  clock: Clock,
): { readonly campaigns: Campaigns; readonly rounds: Rounds } {
  const { vault, policy, telemetry, campaigns: way } = deployment;
  const end = moveWith(deployment, 'end');

  async function running(): Promise<Campaign[]> {
    const rows = (await readNow(vault, campaigns)).of(campaigns);
    return rows
      .filter(({ state }) => state === 'running')
      .map(campaignFrom)
      .sort((a, b) => a.made - b.made || (a.campaign < b.campaign ? -1 : 1));
  }

  async function one(id: CampaignId): Promise<Campaign> {
    const [row] = (await readNow(vault, campaignOf(id))).of(campaignOf(id));
    if (row?.kind !== CAMPAIGN) throw noSuch();
    return campaignFrom(row);
  }

  async function round(isStopped: () => boolean): Promise<{ tried: number; isOver: boolean }> {
    let tried = 0;
    if (way === undefined) return { tried, isOver: true };
    const { perMinute = PER_MINUTE, mail } = way;
    const told = (state: string) =>
      telemetry.instruments.add('avow.campaigns.messages', 1, { 'avow.state': state });
    for (const campaign of await running()) {
      if (isPast(campaign, policy.moment())) {
        await end(campaign).catch(unlessMoved);
        continue;
      }
      const most = perMinute - tried;
      const sent = await sendRound(deployment, mail, mailingOf(deployment, campaign), {
        most,
        isStopped,
        told,
      });
      tried += sent.tried;
      if (!sent.isOver) return { tried, isOver: false };
    }
    return { tried, isOver: true };
  }

  const rounds = roundsOf(round, clock, 'sending campaigns');
  const newest = withNewestWords(policy);
  const soonAfter =
    <What, Done>(work: (what: What) => Promise<Done>) =>
    async (what: What): Promise<Done> => {
      const done = await work(what);
      rounds.soon();
      return done;
    };
  return {
    rounds,
    campaigns: {
      create: soonAfter(newest(createWith(deployment, 'running'))),
      draft: newest(createWith(deployment, 'draft')),
      rewrite: newest(rewriteWith(deployment)),
      preview: newest(async (what) =>
        previewOf(deployment, await one(asCampaignId(what.campaign))),
      ),
      start: soonAfter(moveWith(deployment, 'start')),
      pause: moveWith(deployment, 'pause'),
      resume: soonAfter(moveWith(deployment, 'resume')),
      end,
      async list() {
        const rows = await readNow(vault, campaigns, endedCampaigns);
        return [...rows.of(campaigns), ...rows.of(endedCampaigns)]
          .map(campaignFrom)
          .sort((a, b) => b.made - a.made || (a.campaign < b.campaign ? 1 : -1));
      },
      async progress(what) {
        const campaign = await one(asCampaignId(what.campaign));
        const mail = await progressOf(vault, countedBy(deployment, campaign), policy.moment());
        return { ...campaign, mail, isOver: campaign.state === 'ended' || mail.waiting === 0 };
      },
      send: () => rounds.now(),
      async retry(what) {
        const evenUncertain = what.evenUncertain === true;
        const { entry, ...campaign } = await retryWith(deployment)(what, evenUncertain);
        const mailing = mailingOf(deployment, campaign);
        const count = await sendAgain(deployment, mailing, { evenUncertain });
        if (count > 0) rounds.soon();
        return { count, entry };
      },
      knows: async (token) => (await rowBehind(vault, token)) !== undefined,
      unsubscribe: unsubscribeWith(deployment),
    },
  };
}

/** Somebody else ended it, or paused it, meanwhile. */
function unlessMoved(problem: unknown): undefined {
  if (!isAvowFault(problem, 'AVOW_STATE')) throw problem;
}
