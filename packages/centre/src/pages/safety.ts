import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, moment, none, terms } from '@avow/server/look';
import {
  asHarvestId,
  type HarvestCase,
  isAvowFault,
  type Leak,
  type PersonId,
  sayPattern,
} from 'avow';
import { faultPage, stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage, framed } from '../web/frame.ts';
import { answered, citing, policyWords } from '../web/policy.ts';
import { type Centre, known, type Seen, type Visit } from '../web/visit.ts';
import { partyName } from './parties.ts';
import { type Entered, leakable, reportForm, reportIn } from './safety-report.ts';
import { violationCards } from './safety-violations.ts';

/** Leaks of the reader's information, with what was done and the closing word; cases and violations against them. */
export const safety = (centre: Centre) => known((c, person) => show(c, centre, person), stranger);

/** A report, an appeal: whichever form was sent. */
export const saying = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const form = await readForm(c, [
      'does',
      'harvest',
      'violation',
      'said',
      'happened',
      'freeze',
      ...leakable,
    ]);
    if (form.does === 'report') return reporting(c, centre, person, form);
    if (form.does !== 'appeal' && form.does !== 'contradict') return faultPage(c, 'bad');
    const { harvest, violation, said: text } = form;
    const isViolation = form.does === 'contradict';
    if ((isViolation ? violation : harvest) === '') return faultPage(c, 'bad');
    if (text === '') return show(c, centre, person, {}, isViolation ? violation : harvest);
    const { harvesting, registers } = centre.avow;
    try {
      await (isViolation
        ? registers.violations.appeal({ violation, person, text })
        : harvesting.appeal({ harvest: asHarvestId(harvest), as: { user: person }, text }));
    } catch (problem) {
      // Sent twice, or decided meanwhile: the page says how it stands.
      if (!isAvowFault(problem, 'AVOW_EXISTS', 'AVOW_STATE', 'AVOW_NOT_FOUND')) throw problem;
    }
    return c.redirect(visit.to('/safety'), 303);
  }, stranger);

async function reporting(c: Seen, centre: Centre, person: PersonId, form: Entered) {
  const { visit } = c.var;
  const { safety: said } = visit.words;
  const asked = reportIn(visit, form);
  if ('wrong' in asked) return show(c, centre, person, { form, wrong: asked.wrong });
  // What leaked is as a rule what is on record: to read it is a decision of its own.
  const read = await centre.avow.act('show', {
    ...{ person, purpose: 'rights', categories: asked.categories, to: 'person' },
  });
  if (!read.permitted) {
    const main = html`<h1>${said.title}</h1>${answered(visit, read, { title: said.refused })}`;
    return c.html(centrePage(visit, said.title, main));
  }
  const values = Object.fromEntries(
    Object.entries(read.value.values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  if (Object.keys(values).length === 0) {
    return show(c, centre, person, { form, wrong: { [asked.categories[0] ?? '']: said.notHeld } });
  }
  const { happened, text, freeze } = asked;
  try {
    const decided = await centre.avow.leaks.report({ person, values, happened, text, freeze });
    if (!decided.permitted || !freeze) {
      const title = decided.permitted ? said.received : said.refused;
      const main = html`<h1>${title}</h1>${answered(visit, decided, { title })}<p><a href="${visit.to('/safety')}">${said.title}</a></p>`;
      return c.html(centrePage(visit, title, main));
    }
  } catch (problem) {
    if (!isAvowFault(problem, 'AVOW_TOO_MANY')) throw problem;
    return show(c, centre, person, { form, wrong: { said: said.tooMany } });
  }
  // From here on nobody is known at this browser: the account is frozen, on this page too.
  const last = { ...visit, reader: undefined };
  const main = html`<h1>${said.frozenNow}</h1><p class="lead">${said.frozenNowLead}</p>${centre.signIn === undefined ? none : html`<p><a class="button" href="${centre.signIn(centre.at, visit.carried)}">${said.signIn}</a></p>`}`;
  return c.html(framed(last, said.frozenNow, main, true));
}

interface Again {
  readonly form?: Entered;
  readonly wrong?: Readonly<Record<string, string>>;
}

async function show(
  c: Seen,
  centre: Centre,
  person: PersonId,
  { form, wrong = {} }: Again = {},
  emptyAppeal?: string,
) {
  const { visit } = c.var;
  const { safety: said } = visit.words;
  const { avow } = centre;
  const [leaks, cases, violations] = await Promise.all([
    avow.leaks.of(person),
    avow.harvesting.against({ user: person }),
    violationCards(centre, visit, person, emptyAppeal),
  ]);
  const words = await Promise.all(leaks.map((leak) => lastWord(centre, person, leak)));
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${cases.length === 0 ? none : html`<h2>${said.cases}</h2>${cases.map((each) => caseCard(visit, each, emptyAppeal))}`}
${violations}
<h2>${said.leaks}</h2>${leaks.length === 0 ? empty(said.leaksNone) : leaks.map((leak, at) => leakCard(visit, leak, words[at]))}
<h2>${said.report}</h2><p>${said.reportLead}</p>${citing(visit, '6.b.4')}
${reportForm(visit, form, wrong)}`;
  const isWrong = Object.keys(wrong).length > 0 || emptyAppeal !== undefined;
  return c.html(centrePage(visit, said.title, main), isWrong ? 422 : 200);
}

async function lastWord({ avow }: Centre, person: PersonId, { leak, closed }: Leak<Words>) {
  if (closed === undefined) return undefined;
  return (await avow.leaks.lastWord({ leak, person })).text;
}

function leakCard(visit: Visit, leak: Leak<Words>, word: string | undefined): Markup {
  const { words, language } = visit;
  const { safety: said } = words;
  const { contained, frozen, reset } = leak;
  const names = (parties: readonly string[]) =>
    new Intl.ListFormat(language).format(parties.map((party) => partyName(visit, party)));
  const done = [
    ...(frozen
      ? [
          html`${said.frozen} ${moment(frozen.since, language)}${frozen.opened === undefined ? none : html`${said.opened} ${moment(frozen.opened, language)}`}`,
        ]
      : []),
    ...(reset ? [reset.renewed === undefined ? said.resetAsked : said.resetDone] : []),
    ...(contained && contained.closed > 0
      ? [said.closedTo(contained.closed, names(contained.parties))]
      : []),
    ...(contained && contained.suspended.length > 0
      ? [said.suspended(names(contained.suspended))]
      : []),
    ...(contained?.rekeyed
      ? [contained.rekeyed.done === undefined ? said.rekeyOn : said.rekeyDone]
      : []),
    ...(leak.notified ? [html`${said.notified} ${day(leak.notified.at, language)}`] : []),
  ];
  return html`<section class="card"><h3>${said.reportedOn} ${day(leak.reported, language)}</h3>
${terms([
  [said.what, policyWords(visit).categories(leak.categories)],
  [said.state, said.states[leak.state]],
])}
${done.length === 0 ? none : html`<p>${said.measures}</p><ul>${done.map((each) => html`<li>${each}</li>`)}</ul>${citing(visit, '6.b.5')}`}
${word === undefined ? none : html`<p>${said.word}</p><blockquote>${word}</blockquote>`}</section>`;
}

function caseCard(visit: Visit, found: HarvestCase, emptyAppeal: string | undefined): Markup {
  const { words, language, to } = visit;
  const { safety: said } = words;
  const { appeal, harvest, state } = found;
  const id = `appeal-${harvest.replace(/[^A-Za-z0-9-]/g, '-')}`;
  return html`<section class="card"><h3>${said.suspendedOn} ${day(found.found, language)}</h3>
${terms([
  [said.because, sayPattern(said.patterns, found)],
  [said.state, said.caseStates[state]],
  ...(appeal
    ? ([
        [
          said.appeal,
          html`${said.appealStates[appeal.state]}${words.openings.comma}${day(appeal.decided?.at ?? appeal.at, language)}`,
        ],
      ] as const)
    : []),
])}
${citing(visit, '2.b.3')}
${
  appeal !== undefined || state === 'reversed'
    ? none
    : html`<form method="post" action="${to('/safety')}" novalidate><input type="hidden" name="does" value="appeal"><input type="hidden" name="harvest" value="${harvest}">
<div class="field"><label for="${id}">${said.appealText}</label><textarea id="${id}" name="said" rows="4" maxlength="8000" required></textarea>${emptyAppeal === harvest ? html`<p class="field-error">${said.empty}</p>` : none}</div>
<button class="button">${said.appealSend}</button></form>`
}</section>`;
}
