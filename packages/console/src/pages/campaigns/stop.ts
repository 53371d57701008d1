import { faults, html, type Markup, none } from '@avow/server/look';
import type { CampaignProgress } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { campaignDeed } from './confirm.ts';
import { backTo, campaignNamed } from './one.ts';

/** Stopping a campaign, for now or for good; dropping a draft. */
export const stop =
  ({ avow }: Console): Handle =>
  async (c) => {
    const found = await campaignNamed(avow, c.req.query('campaign'));
    if (found === undefined) return faultPage(c, 'notFound');
    if (found.state === 'ended') return faultPage(c, 'changed');
    return stopForm(c, found);
  };

export const stopping =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['campaign', 'how', 'once']);
    const found = await campaignNamed(avow, form.campaign);
    if (found === undefined) return faultPage(c, 'notFound');
    const what = { campaign: found.campaign, by, ...keyOf(form) };
    if (form.how === 'pause') {
      await avow.campaigns.pause(what);
      return backTo(c, found, 'paused');
    }
    if (form.how !== 'end') return stopForm(c, found, c.var.visit.words.stop.wrong);
    await avow.campaigns.end(what);
    return backTo(c, found, 'ended');
  };

function stopForm(c: Seen, found: CampaignProgress, error?: string) {
  const { visit } = c.var;
  const { stop: said } = visit.words;
  const isDraft = found.state === 'draft';
  const title = isDraft ? said.drop : said.title;
  const main = campaignDeed(visit, found, {
    route: 'stopping',
    title,
    lead: isDraft ? said.dropLead : said.lead,
    ...(found.state === 'running' ? { inside: choice(visit, error) } : { fields: { how: 'end' } }),
    button: isDraft ? said.dropButton : said.button,
    isGrave: true,
  });
  return c.html(consolePage(visit, title, main), error === undefined ? 200 : 422);
}

/** For now, or for good: nothing is chosen beforehand. */
function choice({ words, language }: Visit, error: string | undefined): Markup {
  const { stop: said } = words;
  const found = error === undefined ? [] : [{ name: 'how', error }];
  return html`${faults(language, found)}<fieldset class="ticks"${error === undefined ? none : html` aria-describedby="how-error"`}><legend>${said.how}</legend>
${error === undefined ? none : html`<p class="field-error" id="how-error">${error}</p>`}
<div class="tick"><input type="radio" id="how" name="how" value="pause"><label for="how">${said.pause}</label></div>
<div class="tick"><input type="radio" id="how-end" name="how" value="end"><label for="how-end">${said.end}</label></div></fieldset>`;
}
