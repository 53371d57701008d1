import { z } from '@hono/zod-openapi';
import type { Campaign, CampaignProgress } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { acting, actor } from './shapes/acting.ts';
import { given } from './shapes/given.ts';
import { campaignId, entryId } from './shapes/ids.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';

const count = z.int();

const texts = z
  .record(
    z.string(),
    z.strictObject({ subject: z.string().min(1).max(200), text: z.string().min(1).max(10_000) }),
  )
  .openapi({
    description:
      'By language, in every language of the policy. A category in braces stands for what is held of the reader, and is asked of the policy for each of them.',
  });

const said = {
  campaign: campaignId,
  purpose: z.string(),
  texts,
  interest: z
    .string()
    .nullable()
    .openapi({ description: 'Null: everybody whom the policy permits.' }),
  until: time.nullable().openapi({ description: 'Nothing of it is sent from this moment on.' }),
  state: z.enum(['draft', 'running', 'paused', 'ended']),
  made: time,
  digest: z.string().openapi({
    description: 'Of what it says, to whom and until when: of another text it is another.',
  }),
};

const campaign = z.object(said).openapi('Campaign');
const recorded = campaign.extend({ entry: entryId }).openapi('RecordedCampaign');

const progress = campaign
  .extend({
    isOver: z
      .boolean()
      .openapi({ description: 'Nobody waits. Whoever comes while it runs gets it.' }),
    told: count,
    waiting: count,
    unreachable: count.openapi({ description: 'Nothing is held that a message could go to.' }),
    unsuited: count.openapi({ description: 'Permitted, and without the interest it goes by.' }),
    failed: count.openapi({ description: 'The mail server said no for good.' }),
    refused: z.record(z.string(), count).openapi({ description: 'By the sentence; counts alone.' }),
    uncertain: count.openapi({
      description: 'Handed over by a process that ended before it heard of it.',
    }),
  })
  .openapi('CampaignProgress');

const saying = {
  texts,
  interest: z.string().min(1).max(64).optional(),
  until: timeIn.optional().openapi({ description: 'Nothing of it is sent from this moment on.' }),
};

const saidIn = ({
  texts,
  interest,
  until,
}: {
  readonly texts: Campaign['texts'];
  readonly interest?: string | undefined;
  readonly until?: number | undefined;
}) => ({ texts, ...given({ interest, until }) });

const preview = z
  .object({
    campaign: campaignId,
    asked: count,
    permitted: count.openapi({ description: 'With an address held.' }),
    unreachable: count,
    refused: z.record(z.string(), count).openapi({ description: 'By the sentence; counts alone.' }),
  })
  .openapi('CampaignPreview');

const tell = ({ campaign, purpose, texts, interest, until, state, made, digest }: Campaign) => ({
  ...{ campaign, purpose, texts, state, digest },
  interest: interest ?? null,
  until: writtenOrNull(until),
  made: written(made),
});

const tellProgress = ({ mail, isOver, ...one }: CampaignProgress) => {
  const { told, waiting, unreachable, unsuited = 0, failed, refused, uncertain } = mail;
  const counts = { told, waiting, unreachable, unsuited, failed, uncertain };
  return { ...tell(one), ...counts, isOver, refused: { ...refused } };
};

const one = z.object({ campaign: campaignId });
const codes = ['AVOW_NOT_FOUND', 'AVOW_STATE'] as const;

/** Of what was read. */
const started = acting.extend({
  digest: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .openapi({ description: 'What was read of the draft; of another text it is not started.' }),
});

/** A route that moves a campaign to another state. */
const moving = (
  what: 'start' | 'pause' | 'resume' | 'end',
  { summary, about }: { readonly summary: string; readonly about: string },
) =>
  endpoint({
    id: `${what}Campaign`,
    method: 'post',
    path: `/v1/campaigns/{campaign}/${what}`,
    summary,
    about,
    scope: 'campaigns',
    write: true,
    params: one,
    query: what === 'start' ? started : acting,
    answer: recorded,
    codes,
    async handle({ avow, params, query, once }) {
      const { entry, ...moved } = await avow.campaigns[what]({ ...params, ...query, ...once });
      return { ...tell(moved), entry };
    },
  });

/** Messages about the platform's own products, to many people, each by a decision of their own. */
export const campaigns = [
  endpoint({
    id: 'createCampaign',
    method: 'post',
    path: '/v1/campaigns',
    summary: 'Begin a campaign',
    about:
      'It goes out by itself, recipient by recipient, each by a decision and never twice. Each message says why one gets it and how to get none any more (RFC 8058).',
    scope: 'campaigns',
    write: true,
    body: z.strictObject({
      ...saying,
      by: actor,
      draft: z
        .boolean()
        .optional()
        .openapi({ description: 'It goes to nobody before it is started.' }),
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_NOT_FOUND', 'AVOW_TOO_MANY', 'AVOW_STATE'],
    async handle({ avow, body: { draft, by, ...said }, once }) {
      const make = draft ? avow.campaigns.draft : avow.campaigns.create;
      const { entry, ...made } = await make({ ...saidIn(said), by, ...once });
      return { ...tell(made), entry };
    },
  }),

  endpoint({
    id: 'rewriteCampaign',
    method: 'put',
    path: '/v1/campaigns/{campaign}',
    summary: 'Put something else in place of what a draft says',
    scope: 'campaigns',
    write: true,
    params: one,
    body: z.strictObject({ ...saying, by: actor }),
    answer: recorded,
    codes: [...codes, 'AVOW_UNKNOWN_WORD'],
    async handle({ avow, params, body: { by, ...said }, once }) {
      const what = { ...params, ...saidIn(said), by, ...once };
      const { entry, ...made } = await avow.campaigns.rewrite(what);
      return { ...tell(made), entry };
    },
  }),

  endpoint({
    id: 'previewCampaign',
    method: 'get',
    path: '/v1/campaigns/{campaign}/preview',
    summary: 'Whom a campaign would be asked about now, as counts',
    about:
      'Opens nothing and records nothing. Whom an interest suits is sealed, and is not looked at.',
    scope: 'campaigns',
    params: one,
    answer: preview,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const { refused, ...counts } = await avow.campaigns.preview(params);
      return { ...counts, refused: { ...refused } };
    },
  }),

  endpoint({
    id: 'listCampaigns',
    method: 'get',
    path: '/v1/campaigns',
    summary: 'List campaigns, ended ones too',
    scope: 'campaigns',
    answer: z.object({ campaigns: z.array(campaign) }),
    handle: async ({ avow }) => ({ campaigns: (await avow.campaigns.list()).map(tell) }),
  }),

  endpoint({
    id: 'getCampaign',
    method: 'get',
    path: '/v1/campaigns/{campaign}',
    summary: 'How far a campaign has come',
    about: 'What is counted are people who are there now. Who refused is in nobody’s list.',
    scope: 'campaigns',
    params: one,
    answer: progress,
    codes: ['AVOW_NOT_FOUND'],
    handle: async ({ avow, params }) => tellProgress(await avow.campaigns.progress(params)),
  }),

  endpoint({
    id: 'sendCampaigns',
    method: 'post',
    path: '/v1/campaigns/send',
    summary: 'Send what waits now',
    about:
      'At most as many as a minute allows, of whatever campaigns run. It happens by itself as well.',
    scope: 'campaigns',
    answer: z.object({ tried: count }),
    handle: async ({ avow }) => ({ tried: await avow.campaigns.send() }),
  }),

  moving('start', { summary: 'Start a draft', about: 'From now on it goes out by itself.' }),
  moving('pause', {
    summary: 'Pause a campaign',
    about: 'From the answer on nothing more of it is handed to a mail server, by any server.',
  }),
  moving('resume', {
    summary: 'Let a campaign go on',
    about: 'With whoever has not got it.',
  }),
  moving('end', { summary: 'End a campaign', about: 'As pausing it, for good.' }),

  endpoint({
    id: 'retryCampaign',
    method: 'post',
    path: '/v1/campaigns/{campaign}/retry',
    summary: 'Write again to whom a campaign did not reach',
    about:
      'Whoever was refused is asked about anew. With `evenUncertain` also those who perhaps got it, who may then get it twice.',
    scope: 'campaigns',
    write: true,
    params: one,
    body: z.strictObject({ evenUncertain: z.boolean(), by: actor }),
    answer: z.object({ count, entry: entryId }),
    codes: ['AVOW_NOT_FOUND'],
    handle: ({ avow, params, body, once }) => avow.campaigns.retry({ ...params, ...body, ...once }),
  }),
];
