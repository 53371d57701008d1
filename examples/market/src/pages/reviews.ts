import { day, empty, html, type Markup, none } from '@avow/server/look';
import type { Evaluation, PersonId } from 'avow';
import type { Market } from '../market.ts';
import { citing } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { handleSaid } from './handles.ts';
import { handleOf } from './people.ts';

/** How many are shown where there is something else to see. */
export const few = 3;

/** What others wrote about somebody: for everybody, each under its handle. */
export async function reviewsAbout(
  market: Market,
  visit: Visit,
  person: PersonId,
  most = Number.POSITIVE_INFINITY,
): Promise<Markup> {
  const { review } = visit.words;
  const all = await market.avow.registers.evaluations.about(person);
  return html`<section class="reviews"><h2>${review.about(handleOf(market, visit, person))}</h2>
${all.length === 0 ? empty(review.none) : none}
<ul class="plain">${all.slice(0, most).map((each) => one(visit, each))}</ul>
<p class="quiet small">${review.outside}</p>${citing(market, visit, '6.c.1')}</section>`;
}

function one(visit: Visit, { handle, rating, text, at }: Evaluation): Markup {
  return html`<li class="review">${stars(visit, rating)}
<p class="review-text">${text}</p>
<p class="quiet small">${handleSaid(visit, handle)} · ${day(at, visit.language)}</p></li>`;
}

/** A rating as stars, and as words for those who hear the page. */
export const stars = ({ words }: Visit, rating: number): Markup =>
  html`<p class="stars" role="img" aria-label="${words.review.stars(rating)}">${'★'.repeat(rating)}<span>${'★'.repeat(5 - rating)}</span></p>`;
