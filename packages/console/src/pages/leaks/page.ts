import type { Words } from '@avow/policy';
import {
  dayInWords,
  field,
  html,
  type Markup,
  moment,
  momentInWords,
  none,
  terms,
  tick,
} from '@avow/server/look';
import type { Leak, LeakSuspect, PartyId, PersonId } from 'avow';
import { once } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import { begun, citing, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { partyName } from '../party/name.ts';

/** What was found out for this one page: nothing of it is kept by the console. */
export interface Found {
  readonly done?: string | undefined;
  readonly text?: string;
  readonly suspects?: readonly LeakSuspect<Words>[];
  /** Those of the suspects who work here. */
  readonly staff?: ReadonlySet<PersonId>;
  readonly refused?: string;
  readonly report?: { readonly text: string; readonly digest: string };
  readonly word?: { readonly text: string; readonly error: string };
}

/** An incident: what is known, who could have leaked it, what is done, and the closing word. */
export function leakPage(visit: Visit, leak: Leak<Words>, found: Found = {}): Markup {
  const { words, language, to } = visit;
  const { leak: said } = words;
  const title = said.title(dayInWords(leak.reported, language));
  const told: Readonly<Record<string, string>> = said.done;
  const { done } = found;
  const isOpen = leak.state !== 'closed';
  const main = html`<p class="eyebrow"><a href="${to('leaks')}">${said.eyebrow}</a></p><h1>${title}</h1>
${done !== undefined && Object.hasOwn(told, done) ? html`<p class="done" role="status">${told[done]}</p>` : none}
${facts(visit, leak)}
<h2>${said.look}</h2>${look(visit, leak, found)}
${isOpen && visit.may('containing') ? measures(visit, leak, found) : none}
${authority(visit, leak, found)}
${isOpen && visit.may('closingLeak') ? closing(visit, leak, found) : none}`;
  return consolePage(visit, title, main);
}

function facts(visit: Visit, leak: Leak<Words>): Markup {
  const { words, language } = visit;
  const { leak: said } = words;
  const { contained, reset } = leak;
  const names = (parties: readonly PartyId[]) =>
    parties.length === 0
      ? said.nothing
      : policyWords(visit).list(parties.map((party) => partyName(visit, party)));
  return terms([
    [said.categories, begun(policyWords(visit).categories(leak.categories))],
    [said.happened, moment(leak.happened, language)],
    [said.state, said.states[leak.state]],
    [said.account, frozenOf(visit, leak)],
    ...(reset ? ([[said.reset, reset.renewed ? said.resetDone : said.resetAsked]] as const) : []),
    ...(contained
      ? ([
          [said.closedTo, `${said.closedCount(contained.closed)} · ${names(contained.parties)}`],
          [said.suspended, names(contained.suspended)],
        ] as const)
      : []),
    ...(contained?.rekeyed
      ? ([[said.rekeyed, contained.rekeyed.done ? said.rekeyDone : said.rekeyOn]] as const)
      : []),
    ...(contained?.told
      ? ([[said.told, contained.told.done ? said.toldDone : said.toldOn]] as const)
      : []),
  ]);
}

function frozenOf({ words, language }: Visit, { frozen }: Leak<Words>): string {
  const { leak: said } = words;
  if (frozen === undefined) return said.notFrozen;
  if (frozen.opened !== undefined) return said.openedOn(momentInWords(frozen.opened, language));
  const until = frozen.until === 'reset' ? said.untilReset : said.untilClosed;
  return said.frozenSince(momentInWords(frozen.since, language), until);
}

function look(visit: Visit, { leak, state }: Leak<Words>, found: Found): Markup {
  const { words, to } = visit;
  const { leak: said } = words;
  const ask = (route: 'readingLeak' | 'searching', label: string) =>
    visit.may(route) && !(route === 'searching' && state === 'closed')
      ? html`<form method="post" action="${to(route)}"><input type="hidden" name="leak" value="${leak}"><button class="button button-plain">${label}</button></form>`
      : none;
  return html`<p>${said.readLead}</p>
${found.text === undefined ? ask('readingLeak', said.read) : html`<h3>${said.said}</h3><blockquote>${found.text}</blockquote>`}
<h3>${said.suspects}</h3><p>${said.suspectsLead}</p>${citing(visit, '6.b.5')}
${found.refused === undefined ? none : html`<p class="verdict verdict-failed">${said.refused} ${citing(visit, found.refused)}</p>`}
${found.suspects === undefined ? ask('searching', said.search) : ranked(visit, found.suspects, found.staff)}`;
}

function ranked(
  visit: Visit,
  suspects: readonly LeakSuspect<Words>[],
  staff: ReadonlySet<PersonId> = new Set(),
): Markup {
  const { words, language } = visit;
  const { leak: said } = words;
  if (suspects.length === 0) return html`<p>${said.nobody}</p>`;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return html`<ol class="suspects">${suspects
    .slice(0, 20)
    .map(
      ({ who, weight, why }) =>
        html`<li class="card"><h4>${nameOf(visit, who, staff)}</h4><p>${said.weight} ${percent.format(weight)}</p><ul>${why.map((line) => html`<li>${line}</li>`)}</ul></li>`,
    )}</ol>`;
}

function nameOf(
  visit: Visit,
  who: LeakSuspect<Words>['who'],
  staff: ReadonlySet<PersonId>,
): string {
  const { leak: said } = visit.words;
  if ('party' in who) return partyName(visit, who.party);
  return `${staff.has(who.user) ? said.staff : said.user} …${who.user.slice(-6)}`;
}

/** All that can be done, to be ticked and done at once. Nothing is ticked beforehand. */
function measures(visit: Visit, { leak }: Leak<Words>, { suspects = [] }: Found): Markup {
  const { words, to } = visit;
  const { leak: said } = words;
  const parties = suspects.flatMap(({ who }) => ('party' in who ? [who.party] : [])).slice(0, 10);
  const radio = (value: string, label: string, checked = false) =>
    html`<div class="tick"><input type="radio" id="closes-${value}" name="closes" value="${value}"${checked ? html` checked` : none}><label for="closes-${value}">${label}</label></div>`;
  const box = (name: 'parties' | 'suspend', party: PartyId, at: number, label: string) =>
    html`<div class="tick"><input type="checkbox" id="${name}-${at}" name="${name}" value="${party}"><label for="${name}-${at}">${label}</label></div>`;
  return html`<h2>${said.measures}</h2><p>${said.measuresLead}</p>
<form method="post" action="${to('containing')}">${once()}<input type="hidden" name="leak" value="${leak}">
<fieldset><legend>${said.closes}</legend>${radio('none', said.closeNone, true)}${radio('all', said.closeAll)}${parties.length === 0 ? none : radio('named', said.closeNamed)}
${parties.map((party, at) => box('parties', party, at, said.closeParty(partyName(visit, party))))}</fieldset>
${parties.length === 0 ? none : html`<fieldset><legend>${said.suspended}</legend>${parties.map((party, at) => box('suspend', party, at, said.suspendParty(partyName(visit, party))))}</fieldset>`}
<fieldset><legend>${said.account}</legend>${tick({ name: 'reset', label: said.resetTick })}${tick({ name: 'freeze', label: said.freeze })}${tick({ name: 'rekey', label: said.rekey })}${tick({ name: 'tell', label: said.tell })}</fieldset>
<div class="actions"><button class="button button-grave">${said.take}</button></div></form>`;
}

function authority(visit: Visit, { leak, notified }: Leak<Words>, { report }: Found): Markup {
  const { words, language, to } = visit;
  const { leak: said } = words;
  return html`<h2>${said.authority}</h2><p>${said.authorityLead}</p>
${notified === undefined ? none : html`<p>${said.last} ${moment(notified.at, language)}${words.listed.comma}${said.digest} <code>${notified.digest.slice(0, 16)}…</code></p>`}
${report === undefined ? none : html`<h3>${said.document}</h3><pre class="document" tabindex="0">${report.text}</pre><p>${said.digest} <code>${report.digest}</code></p>`}
${visit.may('reportingLeak') ? html`<form method="post" action="${to('reportingLeak')}"><input type="hidden" name="leak" value="${leak}"><button class="button button-plain">${said.write}</button></form>` : none}`;
}

function closing(visit: Visit, { leak }: Leak<Words>, { word }: Found): Markup {
  const { words, to } = visit;
  const { leak: said } = words;
  return html`<h2>${said.close}</h2><p>${said.closeLead}</p>
<form method="post" action="${to('closingLeak')}" novalidate>${once()}<input type="hidden" name="leak" value="${leak}">
${field({ name: 'word', label: said.word, lines: 5, limit: 8_000, required: true, value: word?.text, error: word?.error })}
<div class="actions"><button class="button">${said.closing}</button></div></form>`;
}
