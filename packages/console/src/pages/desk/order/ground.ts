import type { Words } from '@avow/policy';
import { day, html, type Markup, moment, none, terms } from '@avow/server/look';
import type { AuthorityOrder, Case } from 'avow';
import type { Operator } from '../../../options.ts';
import { begun, policyWords } from '../../../web/policy.ts';
import type { Visit } from '../../../web/visit.ts';
import { countryName, partyName } from '../../party/name.ts';
import { digestOf, operatorName } from '../case-words.ts';
import type { Ground } from '../ground.ts';
import type { WayOn } from '../ways.ts';

/** The order that a case rests on: who says so, its document by digest, who verified it, and its bar. */
export function orderGround(
  visit: Visit,
  operator: Operator,
  found: Case<Words>,
  order: AuthorityOrder<Words>,
): Ground {
  const { words, language } = visit;
  const { order: said } = words;
  const main = html`<p>${mark(visit, order)}</p>${terms([
    [
      said.authority,
      html`${partyName(visit, order.authority)} · ${countryName(order.country, language)}`,
    ],
    ...(order.thirdParty === undefined
      ? []
      : ([[said.thirdParty, partyName(visit, order.thirdParty)]] as const)),
    [said.reference, html`<bdi>${order.reference}</bdi>`],
    [said.issued, day(order.issued, language)],
    [
      said.scope,
      html`${begun(policyWords(visit).categories(order.categories))} · ${day(order.from, language)} – ${moment(order.until, language)}`,
    ],
    [said.document, digestOf(order.document)],
    [said.recordedBy, operatorName(visit, operator, order.recordedBy)],
    [said.verified, verified(visit, operator, order)],
    [said.approval, approval(visit, operator, order)],
    [said.bar, bar(visit, order)],
  ])}`;
  return { main, ways: waysWith(visit, operator, found, order) };
}

const mark = ({ words }: Visit, { state }: AuthorityOrder<Words>): Markup =>
  html`<span class="mark ${state === 'verified' ? 'mark-yes' : 'mark-no'}">${words.order.states[state]}</span>`;

function verified(visit: Visit, operator: Operator, order: AuthorityOrder<Words>): Markup | string {
  const { words, language } = visit;
  const { verified: by } = order;
  if (by === undefined) return words.order.notVerified;
  return html`${words.order.hows[by.how]} · ${operatorName(visit, operator, by.by)} · ${moment(by.at, language)}`;
}

function approval(visit: Visit, operator: Operator, order: AuthorityOrder<Words>): Markup | string {
  const { words, language } = visit;
  const { approval: given } = order;
  if (given === undefined) return words.order.notCleared;
  return html`${given.reference} · ${operatorName(visit, operator, given.by)} · ${moment(given.at, language)}<br>${digestOf(given.document)}`;
}

function bar({ words, language }: Visit, { bar: on }: AuthorityOrder<Words>): Markup | string {
  const { order: said } = words;
  if (on === undefined) return said.noBar;
  const until =
    on.until === undefined ? said.barOpen : html`${said.barUntil} ${moment(on.until, language)}`;
  return html`${until}${on.ended === undefined ? none : html` · ${said.barEnded} ${moment(on.ended, language)}`}`;
}

/** What can be done with the order. Who recorded it is not asked to verify it. */
function waysWith(
  { words, place }: Visit,
  { operator }: Operator,
  found: Case<Words>,
  { state, recordedBy, approval: cleared, bar: on }: AuthorityOrder<Words>,
): readonly WayOn[] {
  const { now = Date.now } = place;
  const isLive = found.state === 'open' && state !== 'withdrawn';
  const stands =
    on !== undefined && on.ended === undefined && (on.until === undefined || on.until > now());
  return [
    ...(isLive && state === 'recorded' && recordedBy !== operator
      ? [{ route: 'verify', label: words.order.verify.title } as const]
      : []),
    ...(isLive && cleared === undefined
      ? [{ route: 'clear', label: words.order.clear.title } as const]
      : []),
    // Also once the case is over: the person is owed it whatever became of that.
    ...(stands ? [{ route: 'endBar', label: words.order.endBar.title } as const] : []),
    ...(isLive ? [{ route: 'withdraw', label: words.order.withdraw.title } as const] : []),
  ];
}
