import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Engagement } from 'avow';
import { engagementId, partyId } from './ids.ts';
import { time, written, writtenOrNull } from './time.ts';
import { categories, country, purposes, recipientClass } from './words.ts';

/** The platform itself, or an affiliate of its. */
export const withWhom = z.union([z.literal('platform'), partyId]);

/** What a party does, by language. */
export const service = z.record(z.string().max(35), z.string().min(1).max(200)).openapi({
  description: 'What it does, in words that people are shown, by language of the policy.',
  example: { en: 'delivers parcels', 'zh-CN': '派送包裹' },
});

export const engagement = z
  .object({
    engagement: engagementId,
    party: partyId,
    as: recipientClass,
    purposes,
    categories,
    country,
    service: service.nullable(),
    means: z.string().nullable(),
    jointly: z.array(withWhom).nullable().openapi({
      description: 'Together with whom it serves; `null`: alone. People are shown it.',
    }),
    from: time,
    until: time.nullable(),
    ended: time.nullable(),
  })
  .openapi('Engagement');

export const tellEngagement = (kept: Engagement<Words>) => ({
  engagement: kept.engagement,
  party: kept.party,
  as: kept.as,
  purposes: kept.purposes,
  categories: kept.categories,
  country: kept.country,
  service: (kept.service as Record<string, string> | undefined) ?? null,
  means: kept.means ?? null,
  jointly: kept.jointly ?? null,
  from: written(kept.from),
  until: writtenOrNull(kept.until),
  ended: writtenOrNull(kept.ended),
});
