import type { Words } from '@avow/policy';
import { empty, html, type Markup, moment } from '@avow/server/look';
import type { CampaignProgress, Import, UnderWay, Upkeep } from 'avow';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import type { AnyAvow, Console, Visit } from '../web/visit.ts';
import { subjectOf } from './campaigns/list.ts';
import { isUnderWay, sum } from './campaigns/one.ts';
import { ofAll, rejectedOf } from './imports/list.ts';
import { partyName } from './party/name.ts';
import { isWatched, progress, watching } from './progress.ts';

/** All that takes long and is being done now: campaigns, deliveries, sweeps, erasures, the replacing of keys. */
export const underWay =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { underWay: said } = visit.words;
    const [campaigns, deliveries, work, upkeep] = await Promise.all([
      campaignsOf(avow),
      ofAll(avow),
      avow.underWay(),
      avow.upkeep(),
    ]);
    const open = deliveries.list.filter(({ state }) => state === 'open');
    const found = [
      ...campaigns.map((each) => campaign(visit, each)),
      ...open.map((each) => delivery(visit, each)),
      ...swept(visit, work),
      ...erasing(visit, upkeep),
      ...work.keys.map((each) => key(visit, each)),
    ];
    // What is looked at by itself goes on being so while there is nothing: something may begin.
    const watched = isWatched(c, true);
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>${watching(visit, ['underWay', {}], watched)}
${found.length === 0 ? empty(said.none) : found}`;
    return c.html(consolePage(visit, said.title, main));
  };

async function campaignsOf({ campaigns }: AnyAvow): Promise<readonly CampaignProgress[]> {
  const running = (await campaigns.list()).filter(({ state }) => state === 'running');
  const all = await Promise.all(running.map(({ campaign }) => campaigns.progress({ campaign })));
  return all.filter(isUnderWay);
}

const matter = (title: Markup | string, inside: Markup): Markup =>
  html`<section class="matter card"><h2>${title}</h2>${inside}</section>
`;

function campaign(visit: Visit, found: CampaignProgress): Markup {
  const { told, waiting, unreachable, unsuited = 0, failed, uncertain, refused } = found.mail;
  const done = told + unreachable + unsuited + failed + uncertain + sum(refused);
  const href = visit.to('campaign', { campaign: found.campaign });
  const { underWay: said } = visit.words;
  return matter(
    html`<a href="${href}">${subjectOf(visit, found)}</a>`,
    progress(
      said.campaign(number(visit, done), number(visit, done + waiting)),
      done,
      done + waiting,
    ),
  );
}

/** A delivery comes in pieces, and ends when its partner says so: there is nothing to measure it against. */
function delivery(visit: Visit, found: Import<Words>): Markup {
  const { import: id, party, kept } = found;
  const { underWay: said } = visit.words;
  const lines = said.lines(number(visit, kept), number(visit, rejectedOf(found)));
  return matter(
    html`<a href="${visit.to('import', { import: id })}">${said.delivery(partyName(visit, party))}</a>`,
    html`<p>${lines}</p>`,
  );
}

function swept(visit: Visit, { sweep }: UnderWay): readonly Markup[] {
  if (sweep === undefined) return [];
  const { underWay: said } = visit.words;
  // More may have become due since it began, or be due than is counted.
  const due = Math.max(sweep.due, sweep.removed);
  const bar = said.swept(number(visit, sweep.removed), number(visit, due));
  return [matter(said.sweep, progress(bar, sweep.removed, due))];
}

function erasing(visit: Visit, { erasing: people }: Upkeep): readonly Markup[] {
  const { underWay: said } = visit.words;
  if (people === 0) return [];
  return [matter(said.erasing, html`<p>${said.erasingOf(number(visit, people))}</p>`)];
}

function key(visit: Visit, { key, since, done, total }: UnderWay['keys'][number]): Markup {
  const { underWay: said, listed } = visit.words;
  const bar =
    done === undefined || total === undefined
      ? html`<p>${said.waits}</p>`
      : progress(said.rewrapped(number(visit, done), number(visit, total)), done, total);
  return matter(
    said.keys[key],
    html`${bar}<p class="small quiet">${said.since}${listed.colon}${moment(since, visit.language)}</p>`,
  );
}

const number = ({ language }: Visit, value: number): string => value.toLocaleString(language);
