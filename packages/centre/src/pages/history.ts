import { day, empty, html, type Markup, none, timeOfDay } from '@avow/server/look';
import {
  asEntryId,
  asPartyId,
  type Happened,
  type HistoryPage,
  type LinesWanted,
  type lineKinds,
  type PersonId,
} from 'avow';
import { stranger } from '../web/fault.ts';
import { centrePage } from '../web/frame.ts';
import { answered, cited, policyWords } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { begun } from './correct.ts';
import { filterForm, type Narrowed, query } from './filter.ts';
import { partyName } from './parties.ts';

/** How many lines of the timeline a page has. */
const pageful = 30;

/** The reader's timeline: every decision about them, and every change of what decisions rest on. */
export const history = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const narrowed = narrowedBy((name) => c.req.query(name));
    const before = c.req.query('before');
    const decided = await centre.avow.history({
      person,
      limit: pageful,
      ownLooks: narrowed.own,
      // Whoever asks about visits gets them: beside each value held of one stands the way to this page.
      visits:
        narrowed.own ||
        narrowed.only.sentence !== undefined ||
        /^visit(\.|$)/.test(narrowed.only.category ?? ''),
      only: narrowed.only,
      ...(before !== undefined && { before: asEntryId(before) }),
    });
    const main = html`<h1>${words.history.title}</h1>
<p class="lead">${words.history.lead}</p>
<p><a href="${visit.to('/told')}">${words.told.link}</a></p>
${decided.permitted ? timeline(visit, person, decided.value, { ...narrowed, before }) : none}
${answered(visit, decided, { title: decided.permitted ? words.held.shownYou : words.held.refused })}`;
    return c.html(centrePage(visit, words.history.title, main));
  }, stranger);

/** What a query asks for; a filter that is left open says nothing. */
function narrowedBy(asked: (name: string) => string | undefined): Narrowed {
  const [category, party, kind, recipient, sentence] = [
    'category',
    'party',
    'kind',
    'recipient',
    'sentence',
  ].map((name) => asked(name) || undefined);
  const only: LinesWanted = {
    ...(category !== undefined && { category }),
    ...(party !== undefined && { party: asPartyId(party) }),
    ...(recipient !== undefined && { recipient }),
    ...(sentence !== undefined && { sentence }),
    // Whether there is such a kind is the library's to answer.
    ...(kind !== undefined && { kind: kind as (typeof lineKinds)[number] }),
  };
  // To read what is held of oneself is on record too, as every page read is: both would bury all else.
  return { only, own: asked('own') === 'yes' };
}

function timeline(
  visit: Visit,
  person: PersonId,
  { happened, next }: HistoryPage,
  narrowed: Narrowed & { readonly before: string | undefined },
): Markup {
  const { words, to } = visit;
  const { own, before } = narrowed;
  const isNarrow = Object.keys(narrowed.only).length > 0 || before !== undefined;
  const at = (changed: Partial<Narrowed> & { readonly before?: string }) =>
    to(`/history${query({ ...narrowed, before: undefined, ...changed })}`);
  return html`${filterForm(visit, narrowed)}
<p class="quiet small">${own ? none : html`${words.history.own} `}<a href="${at({ own: !own })}">${own ? words.history.hideOwn : words.history.showOwn}</a></p>
${happened.length === 0 ? empty(isNarrow || next !== undefined ? words.history.noneSuch : words.history.none) : none}
${byDay(happened).map(
  (lines) => html`<h2 class="timeline-day">${day(lines[0]!.at, visit.language)}</h2>
<ol class="timeline">${lines.map((each) => line(visit, person, each, narrowed))}</ol>`,
)}
${
  next === undefined && before === undefined
    ? none
    : html`<p class="paging">${before === undefined ? none : html`<a rel="first" href="${at({})}">${words.history.newest}</a>`}
${next === undefined ? none : html`<a rel="next" href="${at({ before: next })}">${words.history.older}</a>`}</p>`
}`;
}

/** What happened on one day (in UTC, as times are told) together; the order stays. */
function byDay(happened: readonly Happened[]): readonly (readonly Happened[])[] {
  const dayOf = ({ at }: Happened): string => new Date(at).toISOString().slice(0, 10);
  return Object.values(Object.groupBy(happened, dayOf)).map((lines) => lines ?? []);
}

function line(visit: Visit, person: PersonId, happened: Happened, narrowed: Narrowed): Markup {
  const { what, at, entry } = happened;
  const { words, language, to } = visit;
  const more = (label: string) => html`<a href="${to(`/history/${entry}`)}">${label}</a>`;
  if (what.kind === 'evidence') {
    return html`<li class="was-evidence">${timeOfDay(at, language)}<p>${evidenceTold(visit, what)}</p><p class="small">${more(words.history.receipt)}</p></li>`;
  }
  const outcome = what.permitted ? words.history.permitted : words.history.refused;
  return html`<li class="${what.permitted ? '' : 'was-refused'}">${timeOfDay(at, language)}
<p>${told(visit, person, what, narrowed)}</p>
<p class="small"><span class="mark ${what.permitted ? 'mark-yes' : 'mark-no'}">${outcome}</span> ${cited(visit, what.sentence)} ${more(words.history.explain)}</p></li>`;
}

type Decision = Extract<Happened['what'], { kind: 'decision' }>;
type Evidence = Extract<Happened['what'], { kind: 'evidence' }>;

/** Who did what with which information, what for: one sentence. */
function told(visit: Visit, person: PersonId, what: Decision, narrowed: Narrowed): Markup {
  const spoken = policyWords(visit);
  const { history, filter } = visit.words;
  const { party } = what;
  const who = recipientTold(visit, person, what.recipient, party);
  const only: LinesWanted = { ...narrowed.only, ...(party && { party: asPartyId(party) }) };
  const isOther = party !== undefined && party !== person && narrowed.only.party === undefined;
  return html`<strong>${begun(spoken.action(what.action))}</strong>${history.of}${spoken.categories(what.categories)}
<br><span class="quiet">${history.recipient}${history.is}${isOther ? html`<a href="${visit.to(`/history${query({ ...narrowed, only, before: undefined })}`)}" title="${filter.onlyParty(who)}">${who}</a>` : who}${history.of}${spoken.purpose(what.purpose)}</span>${transferTold(visit, what)}`;
}

/** Out of which country, into which, and what makes it lawful. */
function transferTold({ words, language }: Visit, { mechanisms = [] }: Decision): Markup {
  const { transfer, mechanisms: kinds } = words.history;
  const named = new Intl.DisplayNames(language, { type: 'region' });
  const country = (code: string) => named.of(code) ?? code;
  return html`${mechanisms.map(
    ({ origin, destination, kind }) =>
      html`<br><span class="quiet">${transfer(country(origin), country(destination), kinds[kind])}</span>`,
  )}`;
}

/** The class of a recipient, and the name of a party or another user where there is one. */
export function recipientTold(
  visit: Visit,
  person: PersonId,
  recipient: string,
  party: string | undefined,
): string {
  const named = policyWords(visit).recipient(recipient);
  if (party === undefined || party === person) return named;
  return visit.words.history.named(partyName(visit, party), named);
}

export function evidenceTold(
  visit: Visit,
  { evidence, state, fact }: Pick<Evidence, 'evidence' | 'state'> & Partial<Evidence>,
): string {
  const { words } = visit;
  const kinds: Readonly<Record<string, string>> = words.history.evidence;
  const states: Readonly<Record<string, string>> = words.history.states;
  const kind = kinds[evidence.split('.', 1)[0] ?? ''] ?? words.history.evidence.other;
  // Of what somebody attested, the words of the policy say what it was.
  const attested = fact === undefined ? undefined : policyWords(visit).fact(fact);
  return `${attested ?? kind}${words.history.is}${states[state] ?? state}`;
}
