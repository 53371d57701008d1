import { html, type Markup, none, table } from '@avow/server/look';
import type { Campaign, CampaignPreview } from 'avow';
import type { Visit } from '../../web/visit.ts';
import { refusals } from './counted.ts';

/** Whom a draft would be asked about, as counts alone. */
export function previewed(visit: Visit, { interest }: Campaign, found: CampaignPreview): Markup {
  const { words, language } = visit;
  const { campaign: said } = words;
  const number = (value: number) => value.toLocaleString(language);
  return html`<h2>${said.preview}</h2><p>${said.previewLead}${interest === undefined ? none : html` ${said.previewInterest}`}</p>
${table({
  caption: said.preview,
  head: [said.where, { label: said.people, figures: true }],
  rows: [
    [said.asked, number(found.asked)],
    [said.permitted, number(found.permitted)],
    [said.unreachable, number(found.unreachable)],
  ],
})}
<h2>${said.refused}</h2>${refusals(visit, found.refused)}`;
}
