import { day, html, type Markup, none } from '@avow/server/look';
import { isAvowFault, type PersonId } from 'avow';
import type { Market } from '../market.ts';
import { type Activity, activityOf, activities as all } from '../shop/activities.ts';
import { faultPage } from '../web/fault.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { answered, citing } from '../web/policy.ts';
import type { Asked, Visit } from '../web/visit.ts';

/** What goes on around the harbour, how many take part, and whether the reader does. */
export const activities = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  const { words, person } = visit;
  // Whoever reads this learns of themself alone, and by a decision.
  const look = person && (await ownActivities(market, person));
  const mine = look?.permitted
    ? look.value.entries.flatMap((each) => (each.register === 'activity' ? [each.activity] : []))
    : [];
  const coming = all.filter(({ ends }) => Date.now() < ends);
  const shown = await Promise.all(coming.map((each) => one(market, visit, each, mine)));
  c.header('Cache-Control', 'no-store');
  const main = html`<h1>${words.activities.title}</h1><p class="lead">${words.activities.lead}</p>
${citing(market, visit, '6.c.1')}${shown}
${look ? answered(market, visit, look, { title: look.permitted ? words.registers.shown : words.answer.refused }) : none}`;
  return c.html(marketPage(visit, words.activities.title, main));
};

const ownActivities = (market: Market, person: PersonId) =>
  market.avow.registers.join({
    person,
    purpose: 'rights',
    categories: ['register.activity'],
    to: 'person',
  });

async function one(
  market: Market,
  { words, language, person }: Visit,
  { id, ends }: Activity,
  mine: readonly string[],
): Promise<Markup> {
  const { name, about } = words.activities[id];
  const count = await market.avow.registers.activities.count(id);
  const takesPart = mine.includes(id);
  const press = takesPart ? 'leave' : 'join';
  return html`<section class="matter"><h2>${name}</h2><p>${about}</p>
<p class="quiet small">${words.activities.until} ${day(ends, language)} · ${words.activities.count(count)}</p>
${takesPart ? html`<p><strong>${words.activities.yours}</strong></p>` : none}
${person === undefined ? none : html`<form method="post" action="/activities/${id}/${press}"><button class="button button-plain">${words.activities[press]}</button></form>`}</section>`;
}

export const joiningActivity = (market: Market) =>
  known(async (c, person) => {
    const activity = activityOf(c.req.param('id'), Date.now());
    if (activity === undefined) return faultPage(c, 'notFound');
    const { id, ends } = activity;
    await market.avow.registers.activities
      .join({ person, activity: id, ends })
      .catch(unless('AVOW_EXISTS'));
    return c.redirect(c.var.visit.to('/activities'), 303);
  });

export const leavingActivity = (market: Market) =>
  known(async (c, person) => {
    const activity = activityOf(c.req.param('id'), Date.now());
    if (activity === undefined) return faultPage(c, 'notFound');
    await market.avow.registers.activities
      .leave({ person, activity: activity.id })
      .catch(unless('AVOW_NOT_FOUND'));
    return c.redirect(c.var.visit.to('/activities'), 303);
  });

/** Pressed twice, or in two windows: it is as it was to be. */
const unless = (code: 'AVOW_EXISTS' | 'AVOW_NOT_FOUND') => (fault: unknown) => {
  if (!isAvowFault(fault, code)) throw fault;
};
