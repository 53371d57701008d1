import { day, html, type Markup, moment, none, terms } from '@avow/server/look';
import {
  asHarvestId,
  asPartyId,
  asPersonId,
  type HarvestCase,
  type Reader,
  sayPattern,
} from 'avow';
import type { Operator } from '../../options.ts';
import { faultPage, forWhom } from '../../web/fault.ts';
import { keyOf, once, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { citing } from '../../web/policy.ts';
import type { Console, Visit } from '../../web/visit.ts';
import { whoIs } from './list.ts';

/** A case: what was seen, how it stands, the appeal, and what can be decided. */
export const harvest =
  ({ avow }: Console): Handle =>
  async (c, operator) => {
    const { visit } = c.var;
    const found = await avow.harvesting.get(asHarvestId(c.req.query('harvest')));
    if (found === undefined) return faultPage(c, 'notFound');
    return c.html(casePage(visit, operator, found, { done: c.req.query('done') }));
  };

/** Opens what was said in the appeal; the look stands in their history. */
export const readingAppeal =
  ({ avow }: Console): Handle =>
  async (c, operator) => {
    const harvest = asHarvestId((await readForm(c, ['harvest'])).harvest);
    const { text } = await avow.harvesting.readAppeal({ harvest, by: operator.operator });
    const found = await avow.harvesting.get(harvest);
    if (found === undefined) return faultPage(c, 'notFound');
    return c.html(casePage(c.var.visit, operator, found, { text }));
  };

export const deciding =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['harvest', 'decision', 'once']);
    const harvest = asHarvestId(form.harvest);
    const { harvesting } = avow;
    const deeds = {
      uphold: harvesting.uphold,
      terminate: harvesting.terminate,
      reverse: harvesting.reverse,
    } as const;
    if (!Object.hasOwn(deeds, form.decision)) return faultPage(c, 'bad');
    const deed = deeds[form.decision as keyof typeof deeds];
    const { state, appeal } = await deed({ harvest, by, ...keyOf(form) });
    const isHeard = form.decision === 'uphold' && appeal?.state === 'dismissed';
    const done = isHeard ? 'dismissed' : state;
    return c.redirect(c.var.visit.to('harvest', { harvest, done }), 303);
  };

/** What a user reported, and the way to suspend whom it is about. */
export const readingReport =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const { words, to, language } = visit;
    const { report } = await readForm(c, ['report']);
    const read = await avow.harvesting.readReport({ report, by });
    const { harvest: said } = words;
    const [kind, id] = 'user' in read.who ? ['user', read.who.user] : ['party', read.who.party];
    const main = html`${eyebrow(visit)}<h1>${said.report}</h1><p class="lead">${said.reportLead}</p>
${terms([
  [words.harvests.reportOf, whoIs(visit, read.who)],
  [words.harvests.reported, moment(read.at, language)],
])}
<blockquote>${read.text}</blockquote>
<form method="post" action="${to('suspendingHarvester')}">${once()}<input type="hidden" name="${kind}" value="${id}"><p>${said.suspendLead}</p>
<div class="actions"><button class="button button-grave">${said.suspend}</button></div></form>`;
    return c.html(consolePage(visit, said.report, main));
  };

export const suspendingHarvester =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['user', 'party', 'once']);
    const who: Reader =
      form.user === '' ? { party: asPartyId(form.party) } : { user: asPersonId(form.user, 'user') };
    const { harvest } = await avow.harvesting.suspend({ who, by, ...keyOf(form) });
    return c.redirect(c.var.visit.to('harvest', { harvest, done: 'suspended' }), 303);
  };

interface Shown {
  readonly done?: string | undefined;
  /** The appeal, opened for this page alone. */
  readonly text?: string;
}

function casePage(visit: Visit, { operator }: Operator, found: HarvestCase, shown: Shown): Markup {
  const { words } = visit;
  const { harvest: said } = words;
  const name = whoIs(visit, found.against);
  const told: Readonly<Record<string, string>> = said.done;
  const done = shown.done !== undefined && Object.hasOwn(told, shown.done) ? told[shown.done] : '';
  const main = html`${eyebrow(visit)}<h1>${name}</h1>${done === '' ? none : html`<p class="done" role="status">${done}</p>`}
${facts(visit, found)}
${citing(visit, '2.b.2')}
${appealOf(visit, found, shown.text)}
${visit.may('deciding') ? decisions(visit, found, operator) : none}`;
  return consolePage(visit, name, main);
}

const eyebrow = ({ words, to }: Visit): Markup =>
  html`<p class="eyebrow"><a href="${to('harvests')}">${words.harvest.eyebrow}</a></p>`;

function facts(visit: Visit, found: HarvestCase): Markup {
  const { words, language } = visit;
  const { harvests, harvest: said } = words;
  const { suspendedBy, terminated, decided } = found;
  return terms([
    [harvests.pattern, sayPattern(harvests.patterns, found)],
    [harvests.found, moment(found.found, language)],
    [said.suspendedBy, suspendedBy === undefined ? said.itself : said.operator],
    [harvests.state, harvests.states[found.state]],
    ...(decided ? [[said.decidedOn, moment(decided.at, language)] as const] : []),
    ...(terminated ? [[said.ended, moment(terminated, language)] as const] : []),
  ]);
}

function appealOf(visit: Visit, found: HarvestCase, text: string | undefined): Markup {
  const { words, language, to } = visit;
  const { harvests, harvest: said } = words;
  const { appeal, harvest } = found;
  if (appeal === undefined) return none;
  return html`<h2>${harvests.appeal}</h2>
${terms([
  [said.appealMade, moment(appeal.at, language)],
  [harvests.state, harvests.appealStates[appeal.state]],
  ...(appeal.decided
    ? [[said.appealHeard, moment(appeal.decided.at, language)] as const]
    : appeal.due === undefined
      ? []
      : [[said.appealDue, day(appeal.due, language)] as const]),
])}
${
  text !== undefined
    ? html`<h3>${said.said}</h3><blockquote>${text}</blockquote>`
    : 'user' in found.against && visit.may('readingAppeal')
      ? html`<form method="post" action="${to('readingAppeal')}"><input type="hidden" name="harvest" value="${harvest}"><p class="quiet">${said.readLead}</p><button class="button button-plain">${said.readAppeal}</button></form>`
      : none
}`;
}

function decisions(visit: Visit, found: HarvestCase, operator: string): Markup {
  const { harvest: said } = visit.words;
  const { state, appeal, decided, earlier, suspendedBy, against } = found;
  if (state === 'reversed') return none;
  const isAppealed = appeal?.state === 'made';
  const isTheirs = [decided?.by, suspendedBy, ...earlier].some((each) => each === operator);
  const isOwn = 'user' in against && against.user === operator;
  const why = isOwn ? said.own : isAppealed && isTheirs ? said.another : undefined;
  if (why !== undefined) {
    return html`<h2>${said.decide}</h2><div class="why-not"><p>${why}</p>${forWhom(visit, 'deciding')}</div>`;
  }
  const canEnd = !isAppealed && (state === 'open' || state === 'upheld');
  return html`<h2>${said.decide}</h2>${isAppealed ? html`<p>${said.hear}</p>` : none}
<ul class="cards">${isAppealed || state === 'open' ? card(visit, found, 'uphold') : none}${canEnd ? card(visit, found, 'terminate') : none}${card(visit, found, 'reverse')}</ul>`;
}

function card(
  { words, to }: Visit,
  { harvest }: HarvestCase,
  decision: 'uphold' | 'terminate' | 'reverse',
): Markup {
  const { harvest: said } = words;
  const grave = decision === 'terminate' ? ' button-grave' : ' button-plain';
  return html`<li class="card"><form method="post" action="${to('deciding')}">${once()}<input type="hidden" name="harvest" value="${harvest}">
<p>${said[`${decision}Lead`]}</p><button class="button${grave}" name="decision" value="${decision}">${said[decision]}</button></form></li>`;
}
