import { html, type Markup } from '@avow/server/look';
import type { Campaign } from 'avow';
import type { Visit } from '../../web/visit.ts';
import { type Deed, deedPage } from '../deed.ts';
import { subjectOf } from './list.ts';

/** Something that is done with a campaign. */
type CampaignDeed = Omit<Deed, 'way' | 'cancel' | 'fields'> & { readonly fields?: Deed['fields'] };

export function campaignDeed(visit: Visit, found: Campaign, deed: CampaignDeed): Markup {
  const { words, to } = visit;
  const { campaign } = found;
  const cancel = to('campaign', { campaign });
  return deedPage(visit, {
    ...deed,
    way: html`<p class="eyebrow"><a href="${to('campaigns')}">${words.campaigns.title}</a> · <a href="${cancel}">${subjectOf(visit, found)}</a></p>`,
    cancel,
    fields: { ...deed.fields, campaign },
  });
}
