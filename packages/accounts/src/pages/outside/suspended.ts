import type { Words } from '@avow/policy';
import { day, field, html, type Markup, moment, none, terms } from '@avow/server/look';
import {
  asHarvestId,
  type HarvestCase,
  isAvowFault,
  type Leak,
  type PersonId,
  sayPattern,
} from 'avow';
import type { Context } from 'hono';
import { readForm } from '../form.ts';
import { show } from '../frame.ts';
import { citing, type Hall, type Reading, reading } from '../hall.ts';
import { faultList } from '../problems.ts';

const LONGEST = 4_000;

interface Shown {
  readonly text?: string;
  readonly error?: string;
}

/**
 * Why somebody is not let in, to whoever proved that it is they: since when, because of which sentence, how it
 * stands, and the appeal. The ticket goes from form to form, and opens nothing else.
 */
export async function showSuspended(
  hall: Hall,
  c: Context,
  ticket: string,
  shown: Shown = {},
): Promise<Response> {
  const at = reading(hall, c);
  const { words, language } = at;
  const { suspended: said } = words;
  const person = await hall.accounts.whoHolds(ticket);
  if (person === undefined) return showOver(hall, c);
  const { cases, frozen } = await standingCases(hall, person);
  const nothing = cases.length + frozen.length === 0;
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${faultList(language, shown.error === undefined ? {} : { said: shown.error })}
${frozen.map((each) => frozenCard(hall, at, each))}
${cases.map((each) => caseCard(hall, at, { ticket, shown }, each))}
${nothing ? html`<p>${said.ended}${hall.support === undefined ? none : html` <a href="mailto:${hall.support}">${hall.support}</a>`}</p>` : none}`;
  return show(hall, c, { title: said.title, main }, shown.error === undefined ? 403 : 422);
}

/** The appeal, in words; once, and by whoever holds the ticket. */
export const appealing = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const { words } = reading(hall, c);
  const ticket = form.get('ticket');
  const person = await hall.accounts.whoHolds(ticket);
  if (person === undefined) return showOver(hall, c);
  const text = form.get('said').trim();
  if (text === '') return showSuspended(hall, c, ticket, { error: words.suspended.empty });
  try {
    const harvest = asHarvestId(form.get('harvest'));
    await hall.avow.harvesting.appeal({ harvest, as: { user: person }, text });
  } catch (problem) {
    // Sent twice, or decided meanwhile: the page says how it stands.
    if (!isAvowFault(problem, 'AVOW_EXISTS', 'AVOW_STATE', 'AVOW_NOT_FOUND')) throw problem;
  }
  return showSuspended(hall, c, ticket);
};

async function standingCases({ avow }: Hall, person: PersonId) {
  const [cases, leaks] = await Promise.all([
    avow.harvesting.against({ user: person }),
    avow.leaks.of(person),
  ]);
  return {
    cases: cases.filter(({ state }) => state !== 'reversed'),
    frozen: leaks.filter(({ frozen }) => frozen !== undefined && frozen.opened === undefined),
  };
}

function frozenCard(hall: Hall, { words, language, to }: Reading, { frozen }: Leak<Words>): Markup {
  const { suspended: said } = words;
  if (frozen === undefined) return none;
  return html`<section class="card"><h2>${said.frozen}</h2>
<p>${said.frozenSince} ${moment(frozen.since, language)}${said.stop} ${frozen.until === 'reset' ? said.untilReset : said.untilClosed}</p>
${citing(hall, language, 'contained')}
${frozen.until === 'reset' ? html`<div class="actions"><a class="button" href="${to(hall.paths.forgotten)}">${said.reset}</a></div>` : none}</section>`;
}

function caseCard(
  hall: Hall,
  at: Reading,
  { ticket, shown }: { readonly ticket: string; readonly shown: Shown },
  found: HarvestCase,
): Markup {
  const { words, language, to } = at;
  const { suspended: said } = words;
  const { appeal } = found;
  return html`<section class="card"><h2>${said.case}</h2>
${terms([
  [said.since, moment(found.found, language)],
  [said.because, sayPattern(said.patterns, found)],
  [said.state, said.states[found.state]],
])}
${citing(hall, language, 'suspended')}
<h3>${said.appeal}</h3>
${
  appeal === undefined
    ? html`<p>${said.appealLead}</p>${citing(hall, language, 'appeal')}
<form method="post" action="${to(hall.paths.suspended)}" novalidate><input type="hidden" name="ticket" value="${ticket}"><input type="hidden" name="harvest" value="${found.harvest}">
${field({ name: 'said', label: said.text, lines: 5, limit: LONGEST, required: true, value: shown.text, error: shown.error })}
<div class="actions"><button class="button">${said.send}</button></div></form>`
    : appeal.decided === undefined
      ? html`<p>${said.appealed} ${moment(appeal.at, language)}${said.stop} ${appeal.due === undefined ? none : html`${said.due} ${day(appeal.due, language)}${said.stop}`}</p>`
      : html`<p>${said.dismissed} ${moment(appeal.decided.at, language)}${said.stop}</p>`
}</section>`;
}

function showOver(hall: Hall, c: Context): Promise<Response> {
  const { words, to } = reading(hall, c);
  const { suspended: said, login } = words;
  const main = html`<h1>${said.title}</h1><p class="lead">${said.over}</p>
<div class="actions"><a class="button" href="${to(hall.paths.login)}">${login.button}</a></div>`;
  return show(hall, c, { title: said.title, main }, 403);
}
