import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Engagement } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { given } from './shapes/given.ts';
import { engagementId, entryId, partyId } from './shapes/ids.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';
import { categories, country, purposes, recipientClass } from './shapes/words.ts';

const engagement = z
  .object({
    engagement: engagementId,
    party: partyId,
    as: recipientClass,
    purposes,
    categories,
    country,
    means: z.string().nullable(),
    from: time,
    until: time.nullable(),
    ended: time.nullable(),
  })
  .openapi('Engagement');

const recorded = engagement.extend({ entry: entryId }).openapi('RecordedEngagement');
const ofParty = z.object({ party: partyId });

const tell = (kept: Engagement<Words>) => ({
  engagement: kept.engagement,
  party: kept.party,
  as: kept.as,
  purposes: kept.purposes,
  categories: kept.categories,
  country: kept.country,
  means: kept.means ?? null,
  from: written(kept.from),
  until: writtenOrNull(kept.until),
  ended: writtenOrNull(kept.ended),
});

export const parties = [
  endpoint({
    id: 'engageParty',
    method: 'post',
    path: '/v1/parties/{party}/engagements',
    summary: 'Engage a party',
    about:
      'What a party is to the platform, for what, with which categories, from when until when. A party without an engagement is unrelated.',
    scope: 'evidence:write',
    write: true,
    params: ofParty,
    body: z.strictObject({
      as: recipientClass,
      purposes,
      categories,
      country,
      means: z
        .string()
        .min(1)
        .max(2_000)
        .optional()
        .openapi({ description: 'By what lawful means it came by data that it brings (1.c).' }),
      from: timeIn.optional(),
      until: timeIn.optional(),
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY'],
    async handle({ avow, params, body: { means, from, until, ...what }, once }) {
      const kept = await avow.parties.engage({
        ...params,
        ...what,
        ...given({ means, from, until }),
        ...once,
      });
      return { ...tell(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listEngagements',
    method: 'get',
    path: '/v1/parties/{party}/engagements',
    summary: 'List a party’s engagements',
    scope: 'evidence:read',
    params: ofParty,
    answer: z.object({ engagements: z.array(engagement) }),
    handle: async ({ avow, params }) => ({
      engagements: (await avow.parties.list(params.party)).map(tell),
    }),
  }),

  endpoint({
    id: 'endEngagement',
    method: 'delete',
    path: '/v1/parties/{party}/engagements/{engagement}',
    summary: 'End an engagement',
    about: 'From the answer on, nothing commits under it.',
    scope: 'evidence:write',
    write: true,
    params: z.object({ party: partyId, engagement: engagementId }),
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, once }) {
      const kept = await avow.parties.end({ ...params, ...once });
      return { ...tell(kept), entry: kept.entry };
    },
  }),
];
