import { html, type Markup, moment, none, table, terms } from '@avow/server/look';
import type { Violation } from 'avow';
import type { Operator } from '../../options.ts';
import { once } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import { citing } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { partyLink } from '../party/name.ts';
import { aboutWhom, appealMark, stateMark } from './list.ts';

/** What a page about a violation shows besides how it stands. */
export interface Shown {
  readonly done?: string | undefined;
  /** Opened for this page alone. */
  readonly read?: { readonly reason: string; readonly appealed: string | undefined };
  /** What was wrong with the measure that was to be recorded. */
  readonly wrong?: string;
}

/** A violation: how it stands, its reason for whoever has it in hand, measures, and what can be decided. */
export function violationPage(
  visit: Visit,
  { operator }: Operator,
  found: Violation,
  shown: Shown,
): Markup {
  const { violation: said } = visit.words;
  const told: Readonly<Record<string, string>> = said.done;
  const done = shown.done !== undefined && Object.hasOwn(told, shown.done) ? told[shown.done] : '';
  const main = html`<p class="eyebrow"><a href="${visit.to('violations')}">${said.eyebrow}</a></p><h1>${found.rule}</h1>
${done === '' ? none : html`<p class="done" role="status">${done}</p>`}
${facts(visit, found, operator)}
${citing(visit, '6.d.1')}
${reasonOf(visit, found, operator, shown)}
${measuresOf(visit, found, operator, shown.wrong)}
${visit.may('decidingViolation') ? decisions(visit, found, operator) : none}`;
  return consolePage(visit, found.rule, main);
}

function facts(visit: Visit, found: Violation, operator: string): Markup {
  const { words, language } = visit;
  const { violations, violation: said } = words;
  const { thirdParty, handler, decided, appeal } = found;
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

function measuresOf(visit: Visit, found: Violation, operator: string, wrong?: string): Markup {
  const { words, language } = visit;
  const { violation: said } = words;
  const { measures, state, person } = found;
  const canTake = visit.may('takingMeasure') && state === 'upheld' && person !== operator;
  if (measures.length === 0 && !canTake) return none;
  const rows = measures.map(({ measure, what, at, lifted }) => [
    what,
    moment(at, language),
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
${rows.length === 0 ? none : table({ caption: said.measures, head: [said.what, said.taken, words.violations.state], rows })}
${canTake ? form(visit, 'takingMeasure', found, taking(visit, wrong)) : none}`;
}

function taking({ words }: Visit, wrong: string | undefined): Markup {
  const { violation: said } = words;
  return html`<div class="field"><label for="what">${said.newMeasure}</label><p class="field-hint" id="what-hint">${said.newHint}</p>
<input id="what" name="what" maxlength="128" required aria-describedby="what-hint${wrong === undefined ? none : ' what-error'}"${wrong === undefined ? none : html` aria-invalid="true"`}>${wrong === undefined ? none : html`<p class="field-error" id="what-error">${wrong}</p>`}</div>
<button class="button button-plain">${said.take}</button>`;
}

function decisions(visit: Visit, found: Violation, operator: string): Markup {
  const { violation: said } = visit.words;
  const { state, appeal, by, decided, person } = found;
  if (state === 'reversed') return none;
  if (person === operator) return html`<h2>${said.decide}</h2><p>${said.own}</p>`;
  const isAppealed = appeal?.state === 'made';
  const isTheirs = operator === by || operator === decided?.by;
  if (isAppealed && isTheirs) return html`<h2>${said.decide}</h2><p>${said.another}</p>`;
  const keep = isAppealed ? 'dismiss' : state === 'open' ? 'uphold' : undefined;
  return html`<h2>${said.decide}</h2>${isAppealed ? html`<p>${said.hear}</p>` : none}
<ul class="cards">${keep === undefined ? none : card(visit, found, keep)}${card(visit, found, 'reverse')}</ul>`;
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
