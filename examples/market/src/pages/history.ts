import { cite, html, type Markup, moment, none } from '@avow/server/look';
import { asEntryId, asPersonId, type Happened, type HistoryPage, type PersonId } from 'avow';
import type { Market } from '../market.ts';
import { known } from '../web/login.ts';
import { answered, policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { minePage } from './mine.ts';
import { handleOf, partyName } from './people.ts';

/** How many lines of the timeline a page has. */
const pageful = 30;

/** The reader's timeline: every decision about them, and every change of what decisions rest on. */
export const history = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const before = c.req.query('before');
    // To read what is held of oneself is on record too, and would bury all else in this list.
    const ownLooks = c.req.query('own') === 'yes';
    const decided = await market.avow.history({
      person,
      limit: pageful,
      ownLooks,
      ...(before !== undefined && { before: asEntryId(before) }),
    });
    const main = html`<h1>${words.history.title}</h1>
<p class="lead">${words.history.lead}</p>
${decided.permitted ? timeline(market, visit, person, decided.value, ownLooks) : none}
${answered(market, visit, decided, { title: decided.permitted ? words.mine.shownYou : words.answer.refused })}`;
    c.header('Cache-Control', 'no-store');
    return c.html(minePage(visit, words.history.title, main));
  });

function timeline(
  market: Market,
  visit: Visit,
  person: PersonId,
  { happened, next }: HistoryPage,
  ownLooks: boolean,
): Markup {
  const { words, to } = visit;
  const older = `/mine/history?before=${next}${ownLooks ? '&own=yes' : ''}`;
  return html`<p class="quiet small">${ownLooks ? html`<a href="${to('/mine/history')}">${words.history.hideOwn}</a>` : html`${words.history.own} <a href="${to('/mine/history?own=yes')}">${words.history.showOwn}</a>`}</p>
${happened.length === 0 ? html`<p>${words.history.none}</p>` : none}
<ol class="timeline">${happened.map((each) => line(market, visit, person, each))}</ol>
${next === undefined ? none : html`<p><a rel="next" href="${to(older)}">${words.history.older}</a></p>`}`;
}

function line(market: Market, visit: Visit, person: PersonId, happened: Happened): Markup {
  const { what, at, entry } = happened;
  const { words, language, to } = visit;
  const explain = html`<a href="${to(`/mine/history/${entry}`)}">${words.history.explain}</a>`;
  if (what.kind === 'evidence') {
    return html`<li class="was-evidence">${moment(at, language)}<p>${evidence(visit, what)}</p></li>`;
  }
  const outcome = what.permitted ? words.history.permitted : words.history.refused;
  return html`<li class="${what.permitted ? '' : 'was-refused'}">${moment(at, language)}
<p>${told(market, visit, person, what)}</p>
<p class="small"><span class="mark ${what.permitted ? 'mark-yes' : 'mark-no'}">${outcome}</span> ${cite({ sentence: what.sentence, language })} ${explain}</p></li>`;
}

type Decision = Extract<Happened['what'], { kind: 'decision' }>;
type Evidence = Extract<Happened['what'], { kind: 'evidence' }>;

/** Who did what with which information, what for: one sentence. */
function told(market: Market, visit: Visit, person: PersonId, what: Decision): Markup {
  const spoken = policyWords(market, visit);
  const { history } = visit.words;
  return html`<strong>${begun(spoken.action(what.action))}</strong>${history.of}${spoken.categories(what.categories)}
<br><span class="quiet">${history.recipient}${history.is}${recipient(market, visit, person, what)} · ${spoken.purpose(what.purpose)}</span>`;
}

/** The first letter large, as a line begins; Chinese has no such thing, and stays as it is. */
const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function recipient(market: Market, visit: Visit, person: PersonId, what: Decision): string {
  const named = policyWords(market, visit).recipient(what.recipient);
  const { party } = what;
  if (party === undefined || party === person) return named;
  // Another user, or a party: whoever has a handle here is a user.
  const user = asPersonId(party);
  const name = market.accounts.get(user) ? handleOf(market, visit, user) : partyName(visit, party);
  return visit.words.history.named(name, named);
}

function evidence({ words }: Visit, { evidence, state }: Evidence): string {
  const kinds: Readonly<Record<string, string>> = words.history.evidence;
  const states: Readonly<Record<string, string>> = words.history.states;
  const kind = kinds[evidence.split('.', 1)[0] ?? ''] ?? words.history.evidence.other;
  return `${kind}${words.history.is}${states[state] ?? state}`;
}
