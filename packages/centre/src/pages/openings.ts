import type { Words } from '@avow/policy';
import { empty, html, type Markup, moment, none, table, terms } from '@avow/server/look';
import { asPartyId, type Disclosure, type Engagement, type PartyId } from 'avow';
import { stranger } from '../web/fault.ts';
import { centrePage } from '../web/frame.ts';
import { citing, policyWords } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { orderName, partyName } from './parties.ts';

export type Handed = Disclosure<Words>;

/** What law asks for ends as law says; the library closes it for nobody. */
export const isByLaw = ({ purpose }: Handed) => purpose === 'legal';

/** How many of those that are closed stand on the page. */
const most = 50;

/** Who may open what of the reader now: which categories, why, since when, until when; closing beside it. */
export const openings = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const words = visit.words.openings;
    const all = await centre.avow.disclosures.of(person);
    const open = all.filter(({ closed }) => closed === undefined);
    const closed = all.filter((each) => each.closed !== undefined);
    const contracts = await contractsIn(centre, open);
    const main = html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${open.length === 0 ? empty(words.none) : open.map((each) => card(visit, each, contracts.get(each.party)))}
${closed.length === 0 ? none : html`<h2>${words.closedTitle}</h2>${closedTable(visit, closed)}`}`;
    return c.html(centrePage(visit, words.title, main));
  }, stranger);

/** What is agreed with a party, as far as whoever is served may want to know. */
interface Contract {
  /** Until when it is engaged at the longest, where that is known. */
  readonly until: number | undefined;
  readonly newest: Engagement<Words> | undefined;
}

async function contractsIn(
  { avow }: Centre,
  open: readonly Handed[],
): Promise<ReadonlyMap<PartyId, Contract>> {
  const parties = [...new Set(open.map(({ party }) => party))];
  const engaged = await Promise.all(parties.map((party) => avow.parties.list(party)));
  const contract = (at: number): Contract => {
    const running = engaged[at]?.filter(({ ended }) => ended === undefined) ?? [];
    const ends = running.flatMap(({ until }) => until ?? []);
    // One without an end runs longer than any.
    const isOpen = ends.length === 0 || ends.length < running.length;
    return { until: isOpen ? undefined : Math.max(...ends), newest: running[0] };
  };
  return new Map(parties.map((party, at) => [party, contract(at)]));
}

function card(visit: Visit, handed: Handed, contract: Contract | undefined): Markup {
  const { language, words, to } = visit;
  const { openings: said } = words;
  const { disclosure, party, opens, sentence, running } = handed;
  const mark = opens ? 'mark mark-yes' : 'mark';
  return html`<section class="card matter" id="${disclosure}"><h2>${partyName(visit, party)} <span class="${mark}">${opens ? said.opens : said.shut}</span></h2>
${does(visit, contract?.newest)}
${citing(visit, sentence)}
${facts(visit, handed)}
${contract?.until === undefined ? none : html`<p class="small">${said.contract} ${moment(contract.until, language)}</p>`}
${running === undefined ? none : html`<p class="small"><strong>${said.running} ${second(running, language)}</strong></p>`}
<div class="actions">${isByLaw(handed) ? html`<p class="small">${said.law}</p>` : html`<a class="button button-plain" href="${to(`/openings/${disclosure}`)}">${said.close}</a>`}
<a href="${to(`/history?party=${encodeURIComponent(party)}`)}">${said.timeline}</a></div></section>`;
}

/** What the party does for people, and together with whom. */
function does(visit: Visit, engagement: Engagement<Words> | undefined): Markup {
  const { language, words } = visit;
  const { service = {}, jointly = [] } = engagement ?? {};
  const what = service[language] ?? Object.values(service)[0];
  const others = jointly.map((each) =>
    each === 'platform' ? words.openings.us : partyName(visit, each),
  );
  const who = new Intl.ListFormat(language, { type: 'conjunction' }).format(others);
  const told = [what, others.length > 0 ? words.openings.together(who) : undefined];
  const said = told.filter((each) => each !== undefined).join(words.openings.comma);
  return said === '' ? none : html`<p>${said}</p>`;
}

/** What it is about: the categories, what for, since when, until when. */
export function facts(visit: Visit, handed: Handed): Markup {
  const { language, words } = visit;
  const { openings: said } = words;
  const { sealed, online, purpose, at, order } = handed;
  const spoken = policyWords(visit);
  return terms([
    ...(sealed.length === 0 ? [] : [[said.what, spoken.categories(sealed)] as const]),
    ...(online.length === 0 ? [] : [[said.online, spoken.categories(online)] as const]),
    [said.purpose, spoken.purpose(purpose)],
    [said.since, moment(at, language)],
    ...(order === undefined ? [] : [[said.order, orderName(visit, order)] as const]),
    ...(isByLaw(handed)
      ? []
      : [[said.until, order === undefined ? said.untilPermission : said.untilService] as const]),
  ]);
}

function closedTable(visit: Visit, closed: readonly Handed[]): Markup {
  const { language, words } = visit;
  const { openings: said } = words;
  const spoken = policyWords(visit);
  const rows = closed
    .slice(0, most)
    .map(({ party, sealed, online, at, closed: end }) => [
      partyName(visit, asPartyId(party)),
      spoken.categories([...sealed, ...online]),
      moment(at, language),
      end === undefined ? '' : moment(end.at, language),
      end === undefined ? '' : said.because[end.because],
    ]);
  const head = [said.who, said.what, said.since, said.closedAt, said.why];
  return html`${table({ caption: said.closedCaption, head, rows })}
${closed.length > most ? html`<p class="small">${said.more(closed.length - most)}</p>` : none}`;
}

/** A point in time to the second: what ends within a minute. */
export function second(at: number, language: string): Markup {
  const shown = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeStyle: 'medium',
    timeZone: 'UTC',
  }).format(at);
  return html`<time datetime="${new Date(at).toISOString()}">${shown} UTC</time>`;
}
