import { html, none } from '@avow/server/look';
import { faultPage } from '../../web/fault.ts';
import { keyOf, MalformedForm, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console } from '../../web/visit.ts';
import { campaignDeed } from './confirm.ts';
import { backTo, campaignNamed, texts } from './one.ts';

/** What will come of starting a draft, or of letting go on what was stopped. */
export const start =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { start: said } = visit.words;
    const found = await campaignNamed(avow, c.req.query('campaign'));
    if (found === undefined) return faultPage(c, 'notFound');
    if (found.state !== 'draft' && found.state !== 'paused') return faultPage(c, 'changed');
    const isDraft = found.state === 'draft';
    const title = isDraft ? said.start : said.resume;
    const main = campaignDeed(visit, found, {
      route: 'starting',
      title,
      lead: said.lead,
      // What is started is what is read here: if somebody writes something else meanwhile, it is not.
      about: isDraft ? html`<h2>${visit.words.campaign.says}</h2>${texts(found)}` : none,
      fields: isDraft ? { how: 'start', digest: found.digest } : { how: 'resume' },
      button: isDraft ? said.startButton : said.resumeButton,
    });
    return c.html(consolePage(visit, title, main));
  };

export const starting =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['campaign', 'how', 'digest', 'once']);
    const found = await campaignNamed(avow, form.campaign);
    if (found === undefined) return faultPage(c, 'notFound');
    if (form.how !== 'start' && form.how !== 'resume') throw new MalformedForm();
    const what = { campaign: found.campaign, by, ...keyOf(form) };
    // Which of the two the form says, so that pressed twice it is the same one.
    await (form.how === 'resume'
      ? avow.campaigns.resume(what)
      : avow.campaigns.start({ ...what, digest: form.digest }));
    return backTo(c, found, 'started');
  };
