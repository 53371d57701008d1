import { html, languageName, type Markup, moment, none, terms } from '@avow/server/look';
import { asCampaignId, type Campaign, type CampaignProgress, isAvowFault } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { AnyAvow, Console, Seen, Visit } from '../../web/visit.ts';
import { isWatched, watching } from '../progress.ts';
import { counted } from './counted.ts';
import { goesBy, lastDay, stateMark, subjectOf } from './list.ts';
import { previewed } from './previewed.ts';

/** One campaign: what it says, whom it would be asked about or how far it has come, and what can be done with it. */
export const campaign =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const found = await campaignNamed(avow, c.req.query('campaign'));
    if (found === undefined) return faultPage(c, 'notFound');
    const watched = isWatched(c, isUnderWay(found));
    const { words, to, language } = visit;
    const { campaign: said, campaigns: all } = words;
    const title = subjectOf(visit, found);
    const main = html`<p class="eyebrow"><a href="${to('campaigns')}">${all.title}</a></p>
<h1>${title}</h1>${done(visit, c.req.query('done'))}
<p>${stateMark(visit, found)}</p>${actions(visit, found)}${isUnderWay(found) ? watching(visit, ['campaign', { campaign: found.campaign }], watched) : none}
${terms([
  [said.purpose, said.purposeNote(begun(policyWords(visit).purpose(found.purpose)))],
  [all.goesBy, begun(goesBy(visit, found))],
  [all.until, found.until === undefined ? all.noEnd : lastDay(visit, found.until)],
  [all.made, moment(found.made, language)],
])}
${
  found.state === 'draft'
    ? previewed(visit, found, await avow.campaigns.preview(found))
    : html`<h2>${said.progress}</h2>${counted(visit, found)}`
}
<h2>${said.says}</h2>${texts(found)}`;
    return c.html(consolePage(visit, title, main));
  };

/** The campaign that a page is about; undefined if there is none of that name. */
export async function campaignNamed(
  avow: AnyAvow,
  named: string | undefined,
): Promise<CampaignProgress | undefined> {
  if (named === undefined) return undefined;
  try {
    return await avow.campaigns.progress({ campaign: asCampaignId(named) });
  } catch (fault) {
    if (isAvowFault(fault, 'AVOW_NOT_FOUND')) return undefined;
    throw fault;
  }
}

/** Back on the campaign's page, which says what was done. */
export const backTo = (c: Seen, { campaign }: Campaign, done: string) =>
  c.redirect(c.var.visit.to('campaign', { campaign, done }), 303);

export const isUnderWay = ({ state, isOver }: CampaignProgress) => state === 'running' && !isOver;

/** What was done just now, if the address says so in a word that is one of these. */
function done({ words }: Visit, what: string | undefined): Markup {
  const said: Readonly<Record<string, string>> = words.campaign.done;
  if (what === undefined || !Object.hasOwn(said, what)) return none;
  return html`<p class="done" role="status">${said[what]}</p>`;
}

/** What the reader may do with it, as it stands. */
function actions(visit: Visit, found: CampaignProgress): Markup {
  const { words, to } = visit;
  const { campaign: said } = words;
  const { campaign, state, mail } = found;
  const about = { campaign };
  const unreached = mail.failed + mail.unreachable + mail.uncertain + sum(mail.refused);
  const ways = [
    state === 'draft' && visit.may('draft') && ([to('draft', about), said.edit] as const),
    state === 'draft' && visit.may('start') && ([to('start', about), said.start] as const),
    state === 'paused' && visit.may('start') && ([to('start', about), said.resume] as const),
    state !== 'ended' &&
      visit.may('stop') &&
      ([to('stop', about), state === 'draft' ? said.drop : said.stop] as const),
    (state === 'running' || state === 'paused') &&
      unreached > 0 &&
      visit.may('again') &&
      ([to('again', about), said.again] as const),
  ].filter((way) => way !== false);
  if (ways.length === 0) return none;
  return html`<p class="ways">${ways.map(([href, label]) => html`<a class="button button-plain" href="${href}">${label}</a>`)}</p>`;
}

export const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

/** What it says, in each language, as it was written. */
export function texts({ texts: all }: Campaign): Markup {
  return html`${Object.entries(all).map(
    ([language, { subject, text }]) =>
      html`<section class="card letter" lang="${language}"><h3>${languageName(language)}</h3><p><strong>${subject}</strong></p><p class="letter-text">${text}</p></section>`,
  )}`;
}
