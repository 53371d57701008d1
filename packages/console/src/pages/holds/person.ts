import { empty, html, type Markup, none } from '@avow/server/look';
import { asPersonId, type Subject } from 'avow';
import type { Operator } from '../../options.ts';
import { faultPage } from '../../web/fault.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun } from '../../web/policy.ts';
import type { Console, Visit } from '../../web/visit.ts';
import type { Doers } from '../doers.ts';
import { type AnyHold, doersIn, holdMark, holdTerms, stateOf } from './hold.ts';
import { holdsWay } from './room.ts';

/** Whom a page of this room is about; undefined: nobody, or nobody any more. */
export async function subjectNamed(
  { avow }: Console,
  named: string | undefined,
): Promise<Subject | undefined> {
  if (!named) return undefined;
  const subject = await avow.subjects.get(asPersonId(named));
  return subject?.state === 'erased' ? undefined : subject;
}

/** Every hold on one person, ended or not, and the way to another. */
export const held =
  (place: Console): Handle =>
  async (c, operator) => {
    const { avow, now = Date.now } = place;
    const subject = await subjectNamed(place, c.req.query('person'));
    if (subject === undefined) return faultPage(c, 'notFound');
    const { person, state } = subject;
    const { visit } = c.var;
    const { held: said, placeHold } = visit.words;
    const found = await avow.holds.list(person);
    const doers = await doersIn(visit, found);
    const done: Readonly<Record<string, string>> = said.done;
    const did = c.req.query('done') ?? '';
    const isOwn = person === operator.operator;
    const mayPlace = visit.may('placeHold') && !isOwn;
    const main = html`${holdsWay(visit)}<h1>${said.title}</h1>
<p class="lead"><code>${person}</code></p>
${Object.hasOwn(done, did) ? html`<p class="done" role="status">${done[did]}</p>` : none}
${state === 'held' ? html`<p>${said.waits}</p>` : none}
${isOwn ? html`<p class="why-not">${said.own}</p>` : none}
${mayPlace ? html`<p class="ways"><a class="button button-plain" href="${visit.to('placeHold', { person })}">${placeHold.title}</a></p>` : none}
${found.length === 0 ? empty(said.none) : found.map((hold) => card(visit, operator, hold, doers, now()))}`;
    return c.html(consolePage(visit, said.title, main));
  };

function card(visit: Visit, operator: Operator, hold: AnyHold, doers: Doers, now: number): Markup {
  const { words, to } = visit;
  const state = stateOf(hold, now);
  const { person } = hold;
  const mayLift = state === 'standing' && visit.may('liftHold') && person !== operator.operator;
  const kind = words.holds.kinds[hold.kind];
  const { title } = words.liftHold;
  return html`<section class="card engagement"><h2>${begun(kind)} ${holdMark(visit, state)}</h2>
${holdTerms(visit, operator, hold, doers)}${mayLift ? html`<p class="card-act"><a href="${to('liftHold', { person, hold: hold.hold })}" aria-label="${title}${words.listed.colon}${kind}">${title}</a></p>` : none}</section>`;
}
