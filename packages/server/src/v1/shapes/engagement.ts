import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Engagement } from 'avow';
import { engagementId, partyId } from './ids.ts';
import { time, written, writtenOrNull } from './time.ts';
import { categories, country, purposes, recipientClass } from './words.ts';

/** The platform itself, or an affiliate of its. */
export const withWhom = z.union([z.literal('platform'), partyId]);

export const engagement = z
  .object({
    engagement: engagementId,
    party: partyId,
    as: recipientClass,
    purposes,
    categories,
    country,
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
  means: kept.means ?? null,
  jointly: kept.jointly ?? null,
  from: written(kept.from),
  until: writtenOrNull(kept.until),
  ended: writtenOrNull(kept.ended),
});
