import { day, html, type Markup, moment, none, terms } from '@avow/server/look';
import { faultPage, stranger } from '../../web/fault.ts';
import { centrePage } from '../../web/frame.ts';
import { owing, policyWords } from '../../web/policy.ts';
import { type Centre, known } from '../../web/visit.ts';
import { orderName, partyName } from '../parties.ts';
import { isAsked, stateMark, whose } from './cases.ts';
import { complaintCourse, complaintParts, complaintTerms } from './complaint.ts';
import { requestParts } from './request.ts';
import { caseOf, deed, type SeenCase } from './seen.ts';

export const theCase = (centre: Centre) =>
  known(async (c, person) => {
    const found = await caseOf(centre, person, c);
    if (found === undefined) return faultPage(c, 'notFound');
    return c.html(await casePage({ visit: c.var.visit, person, found }));
  }, stranger);

/**
 * `more`: what the reader has just been answered, or what is wrong with what they sent; `reply`: what they had written,
 * which no browser keeps, as these pages are in no cache.
 */
export async function casePage(
  seen: SeenCase,
  more: Markup = none,
  reply: string = '',
): Promise<Markup> {
  const { visit, found } = seen;
  const { words, to } = visit;
  const { cases: said } = words;
  const main = html`<p class="eyebrow">${whose(visit, found, seen.person)}</p>
<h1>${said.types[found.type]}</h1><p>${stateMark(visit, found)}</p>
${more}
${terms([...(await complaintTerms(seen)), ...caseTerms(seen)])}
<h2>${said.course}</h2>
${await course(seen)}
${found.type === 'rights' ? await requestParts(seen) : none}
${found.type === 'complaint' ? await complaintParts(seen, reply) : none}
${lookPart(seen)}
${appealPart(seen)}
<p><a href="${to('/cases')}">${said.all}</a></p>`;
  return centrePage(visit, said.types[found.type], main);
}

function caseTerms({ visit, person, found }: SeenCase): (readonly [string, Markup | string])[] {
  const { words, language } = visit;
  const { cases: said } = words;
  const { to, categories, order, due, expires, state } = found;
  // The one complained of knows that it is they, and who complains is passed on by a decision or not at all.
  const recipient = to === undefined || isAsked(found, person) ? undefined : to;
  return [
    ...(categories.length === 0
      ? []
      : [[said.about, policyWords(visit).categories(categories)] as const]),
    ...(recipient === undefined
      ? []
      : [
          [
            said.goesTo,
            partyName(visit, 'party' in recipient ? recipient.party : recipient.user),
          ] as const,
        ]),
    ...(order === undefined ? [] : [[words.openings.order, orderName(visit, order)] as const]),
    ...(due === undefined ? [] : [[said.due, day(due, language)] as const]),
    ...(state === 'open' && due === undefined
      ? [[said.byItself, day(expires, language)] as const]
      : []),
    [said.number, html`<code>${found.case}</code>`],
  ];
}

/** What has happened in it so far, as far as the reader may know. */
async function course(seen: SeenCase): Promise<Markup> {
  const { visit, found } = seen;
  const { words, language } = visit;
  const { happened, reasons, states } = words.cases;
  const { opened, delivered, ended, state, operator } = found;
  const end = found.type === 'rights' ? happened.answered : happened.ended;
  const steps = [
    { at: opened, said: happened.opened },
    ...(await complaintCourse(seen)),
    ...(delivered === undefined ? [] : [{ at: delivered, said: happened.delivered }]),
    ...(ended === undefined
      ? []
      : [
          {
            at: ended.at,
            said: `${end}${words.history.is}${states[state]}${ended.reason === undefined ? '' : words.history.of + reasons[ended.reason]}`,
          },
        ]),
  ].sort((a, b) => a.at - b.at);
  return html`<ol class="timeline">${steps.map(({ at, said }) => html`<li class="was-evidence">${moment(at, language)}<p>${said}</p></li>`)}</ol>
${state === 'open' ? html`<p class="quiet small">${operator === undefined ? happened.notAssigned : happened.assigned}</p>` : none}`;
}

/** What was handed to the reader in it, to be looked at. */
function lookPart({ visit, person, found }: SeenCase): Markup {
  const { cases: said } = visit.words;
  const isTheirs = found.to !== undefined && 'user' in found.to && found.to.user === person;
  if (!isTheirs || found.delivered === undefined || found.state !== 'open') return none;
  return deed(visit, found, 'look', said.look, said.lookLead);
}

/** Once, of what is over or was handed over; an appeal itself is not appealed. */
function appealPart({ visit, found }: SeenCase): Markup {
  const { cases: said } = visit.words;
  const isDecided = found.delivered !== undefined || found.state === 'refused';
  if (found.type === 'appeal' || !isDecided) return none;
  return html`<h2>${said.types.appeal}</h2>${owing(visit, 'hearAppeal')}${deed(visit, found, 'appeal', said.appeal, said.appealLead, 'button button-plain')}`;
}
