import { field, html, type Markup, moment, none, table, terms } from '@avow/server/look';
import type { Violation } from 'avow';
import type { Operator } from '../../options.ts';
import { forWhom } from '../../web/fault.ts';
import { once } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import { citing } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { digestOf } from '../desk/case-words.ts';
import { date } from '../form/date.ts';
import { partyLink } from '../party/name.ts';
import { aboutWhom, appealMark, stateMark, violationsWay } from './list.ts';
import { whyNoCase } from './on-violation.ts';
import { registerWord } from './word.ts';

interface MeasureForm {
  readonly what: string;
  readonly until: string;
}

/** What a page about a violation shows besides how it stands. */
export interface Shown {
  readonly done?: string | undefined;
  /** Opened for this page alone. */
  readonly read?: { readonly reason: string; readonly appealed: string | undefined };
  /** The measure that was to be recorded, and what was wrong with it. */
  readonly measure?: {
    readonly entered: MeasureForm;
    readonly wrong: Partial<MeasureForm>;
  };
}

/** A violation: how it stands, its reason for whoever has it in hand, measures, and what can be decided. */
export function violationPage(
  visit: Visit,
  self: Operator,
  found: Violation,
  shown: Shown,
): Markup {
  const { violation: said } = visit.words;
  const { operator } = self;
  const told: Readonly<Record<string, string>> = said.done;
  const done = shown.done !== undefined && Object.hasOwn(told, shown.done) ? told[shown.done] : '';
  const name = registerWord(visit, found.rule);
  const main = html`${violationsWay(visit)}<h1>${name}</h1>
${done === '' ? none : html`<p class="done" role="status">${done}</p>`}
${facts(visit, found, operator)}
${citing(visit, '6.d.1')}
${reasonOf(visit, found, operator, shown)}
${measuresOf(visit, found, operator, shown.measure)}
${visit.may('decidingViolation') ? decisions(visit, found, operator) : none}
${visit.may('onViolation') ? caseOn(visit, self, found) : none}`;
  return consolePage(visit, name, main);
}

function facts(visit: Visit, found: Violation, operator: string): Markup {
  const { words, language } = visit;
  const { violations, violation: said } = words;
  const { thirdParty, evidence, handler, decided, appeal } = found;
  const who = (by: string | undefined) =>
    by === undefined ? said.program : by === operator ? said.you : said.colleague;
  return terms([
    [violations.about, aboutWhom(visit, found)],
    [said.happened, moment(found.happened, language)],
    [
      violations.recorded,
      html`${moment(found.recorded, language)}${words.listed.comma}${who(found.by)}`,
    ],
    [violations.state, stateMark(visit, found.state)],
    ...(evidence
      ? [
          [
            said.evidence,
            html`${digestOf(evidence.document)}${words.listed.comma}${said.verified} ${who(evidence.verifiedBy)}`,
          ] as const,
        ]
      : []),
    [said.handler, handler === undefined ? said.nobody : who(handler)],
    ...(thirdParty ? [[said.thirdParty, partyLink(visit, thirdParty)] as const] : []),
    ...(decided
      ? [
          [
            said.decidedOn,
            html`${moment(decided.at, language)}${words.listed.comma}${who(decided.by)}`,
          ] as const,
        ]
      : []),
    ...(appeal
      ? [
          [
            violations.appeal,
            html`${appealMark(visit, appeal.state)} ${moment(appeal.decided?.at ?? appeal.at, language)}`,
          ] as const,
        ]
      : []),
  ]);
}

/** Whoever is named reads it; anybody else who decides takes it in hand first, and is named from then on. */
function reasonOf(visit: Visit, found: Violation, operator: string, { read }: Shown): Markup {
  const { violation: said } = visit.words;
  if (read !== undefined) {
    return html`<h2>${said.reason}</h2><blockquote>${read.reason}</blockquote>
${read.appealed === undefined ? none : html`<h2>${said.appealed}</h2><blockquote>${read.appealed}</blockquote>`}`;
  }
  if (!visit.may('readingViolation') || found.person === operator) return none;
  const { by, handler, decided, appeal, measures } = found;
  const named = [by, handler, decided?.by, appeal?.decided?.by, ...measures.map((one) => one.by)];
  const isNamed = named.includes(operator as Violation['person']);
  return html`<h2>${said.reason}</h2>
${isNamed ? form(visit, 'readingViolation', found, html`<p class="quiet">${said.readLead}</p><button class="button button-plain">${said.read}</button>`) : form(visit, 'handlingViolation', found, html`<p class="quiet">${said.handleLead}</p><button class="button button-plain">${said.handle}</button>`)}`;
}

function measuresOf(
  visit: Visit,
  found: Violation,
  operator: string,
  entered: Shown['measure'],
): Markup {
  const { words, language } = visit;
  const { violation: said } = words;
  const { measures, state, person } = found;
  const canTake = visit.may('takingMeasure') && state === 'upheld' && person !== operator;
  if (measures.length === 0 && !canTake) return none;
  const rows = measures.map(({ measure, what, at, until, lifted }) => [
    registerWord(visit, what),
    moment(at, language),
    until === undefined ? words.listed.none : moment(until, language),
    lifted !== undefined
      ? html`${said.lifted} ${moment(lifted, language)}`
      : canTake
        ? form(
            visit,
            'liftingMeasure',
            found,
            html`<input type="hidden" name="measure" value="${measure}"><button class="button button-plain button-small">${said.lift}</button>`,
          )
        : said.stands,
  ]);
  return html`<h2>${said.measures}</h2>
${rows.length === 0 ? none : table({ caption: said.measures, head: [said.what, said.taken, said.until, words.violations.state], rows })}
${canTake ? form(visit, 'takingMeasure', found, taking(visit, entered)) : none}`;
}

function taking({ words }: Visit, shown: Shown['measure']): Markup {
  const { violation: said } = words;
  const { what = '', until = '' } = shown?.entered ?? {};
  return html`${field({ name: 'what', label: said.newMeasure, hint: said.newHint, value: what, error: shown?.wrong.what, limit: 128, autocomplete: 'off', required: true })}
${date({ name: 'until', label: said.newUntil, hint: said.newUntilHint, value: until, error: shown?.wrong.until })}
<button class="button button-plain">${said.take}</button>`;
}

function decisions(visit: Visit, found: Violation, operator: string): Markup {
  const { violation: said } = visit.words;
  const { state, appeal, by, evidence, decided, person } = found;
  if (state === 'reversed') return none;
  if (person === operator) return whyNotHere(visit, said.own);
  const isAppealed = appeal?.state === 'made';
  const isTheirs = [by, evidence?.verifiedBy, decided?.by].some((each) => each === operator);
  if (isAppealed && isTheirs) return whyNotHere(visit, said.another);
  const keep = isAppealed ? 'dismiss' : state === 'open' ? 'uphold' : undefined;
  return html`<h2>${said.decide}</h2>${isAppealed ? html`<p>${said.hear}</p>` : none}
<ul class="cards">${keep === undefined ? none : card(visit, found, keep)}${card(visit, found, 'reverse')}</ul>`;
}

/** Why the reader does not decide, and who does instead. */
const whyNotHere = (visit: Visit, why: string): Markup =>
  html`<h2>${visit.words.violation.decide}</h2><div class="why-not"><p>${why}</p>${forWhom(visit, 'decidingViolation')}</div>`;

/** The case at the desk by which the third party that it names is told (3.d), or why there is none to open. */
function caseOn(visit: Visit, operator: Operator, found: Violation): Markup {
  const { onViolation: said } = visit.words;
  const { violation } = found;
  const why = whyNoCase(visit, operator, found);
  return html`<h2>${said.title}</h2>${
    why === undefined
      ? html`<p>${said.lead}</p><p><a class="button button-plain" href="${visit.to('onViolation', { violation })}">${said.title}</a></p>`
      : html`<p class="why-not">${why}</p>`
  }`;
}

function card(visit: Visit, found: Violation, decision: 'uphold' | 'dismiss' | 'reverse'): Markup {
  const { violation: said } = visit.words;
  return html`<li class="card">${form(visit, 'decidingViolation', found, html`<p>${said[`${decision}Lead`]}</p><button class="button button-plain" name="decision" value="${decision}">${said[decision]}</button>`)}</li>`;
}

function form(
  { to }: Visit,
  route:
    | 'readingViolation'
    | 'handlingViolation'
    | 'decidingViolation'
    | 'takingMeasure'
    | 'liftingMeasure',
  { violation }: Violation,
  inside: Markup,
): Markup {
  return html`<form method="post" action="${to(route)}" novalidate>${once()}<input type="hidden" name="violation" value="${violation}">${inside}</form>`;
}
