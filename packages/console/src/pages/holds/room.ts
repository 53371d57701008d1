import { empty, html, type Markup, moment, none, table } from '@avow/server/look';
import { asHoldId } from 'avow';
import { readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun } from '../../web/policy.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { personNamed } from '../desk/person.ts';
import { findingForm } from '../form/person.ts';
import { paging } from '../paging.ts';
import { short } from '../short.ts';
import { type AnyHold, covered, endOf } from './hold.ts';
import { isUnverified } from './unverified.ts';

const pageful = 25;

/** The holds that stand, the oldest first, and the way to somebody. */
export const holds =
  (place: Console): Handle =>
  (c) =>
    show(c, place);

/** Goes to whom an operator named. What they were named by is in no address. */
export const findingHeld =
  (place: Console): Handle =>
  async (c) => {
    const { person: named } = await readForm(c, ['person']);
    const person = await personNamed(place, named);
    return person === undefined
      ? show(c, place, named)
      : c.redirect(c.var.visit.to('held', { person }), 303);
  };

async function show(c: Seen, { avow }: Console, named?: string) {
  const { visit } = c.var;
  const { words, to, may } = visit;
  const { holds: said } = words;
  const after = c.req.query('after');
  const found = await avow.holds.standing({
    ...(after && { after: asHoldId(after, 'after') }),
    limit: pageful + 1,
  });
  const shown = found.slice(0, pageful);
  const last = found.length > pageful ? shown.at(-1)?.hold : undefined;
  const isErased = c.req.query('done') === 'erased';
  const main = html`<h1>${said.title}</h1>${isErased ? html`<p class="done" role="status">${said.erased}</p>` : none}<p class="lead">${said.lead}</p>
${shown.length === 0 ? empty(said.none) : listed(visit, shown)}
${paging(visit, {
  first: after !== undefined && to('holds'),
  next: last && to('holds', { after: last }),
})}
${may('findingHeld') ? findingForm(visit, 'findingHeld', said, named) : none}`;
  return c.html(consolePage(visit, said.title, main), named === undefined ? 200 : 422);
}

function listed(visit: Visit, found: readonly AnyHold[]): Markup {
  const { words, language, to } = visit;
  const { holds: said } = words;
  return table({
    caption: said.standing,
    head: [said.person, said.kind, said.covers, said.from, said.until],
    rows: found.map((hold) => [
      html`<a href="${to('held', { person: hold.person })}">${short(hold.person)}</a>`,
      html`${begun(said.kinds[hold.kind])}${isUnverified(hold) ? html` <span class="mark mark-wait">${said.unverified}</span>` : none}`,
      covered(visit, hold),
      moment(hold.from, language),
      endOf(visit, hold),
    ]),
  });
}

/** The way back to the room, and to somebody in it. */
export const holdsWay = ({ words, to }: Visit, person?: string): Markup =>
  html`<p class="eyebrow"><a href="${to('holds')}">${words.holds.title}</a>${
    person === undefined
      ? none
      : html` · <a href="${to('held', { person })}">${words.held.title}</a>`
  }</p>`;
