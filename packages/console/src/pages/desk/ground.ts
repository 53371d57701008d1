import type { Words } from '@avow/policy';
import { html, type Markup, terms } from '@avow/server/look';
import { asAuthorityOrderId, type Case } from 'avow';
import type { Operator } from '../../options.ts';
import type { Visit } from '../../web/visit.ts';
import { appealGround } from './appeal/ground.ts';
import { basisGround } from './bases/ground.ts';
import { complaintGround } from './complaint/ground.ts';
import { orderGround } from './order/ground.ts';
import { requestGround } from './request/ground.ts';
import { statuteGround } from './statutes/ground.ts';
import type { WayOn } from './ways.ts';

/** What a case rests on, as a page shows it, with what can be done with that. */
export interface Ground {
  readonly main: Markup;
  readonly ways: readonly WayOn[];
}

/** Reads the record that a case rests on, of whichever kind its type says. */
export async function ground(
  visit: Visit,
  operator: Operator,
  found: Case<Words>,
): Promise<Ground> {
  const { words } = visit;
  const { desk: said } = words;
  switch (found.type) {
    case 'law':
      return byLaw(visit, operator, found);
    case 'violation':
      return only(terms([[said.violation, violationLink(visit, found.evidence)]]));
    case 'complaint':
      return complaintGround(visit, found);
    case 'order':
      return only(terms([[said.order, html`<code>${found.order}</code>`]]));
    case 'basis':
      return only(await basisGround(visit, found.evidence));
    case 'appeal':
      return appealGround(visit, found);
    case 'rights':
      return requestGround(visit, found);
    case 'support':
    case 'leak':
      return only(html`<p>${said.asksThemself}</p>`);
    default:
      return found.type satisfies never;
  }
}

/** The violation that a case rests on, linked to its room for whoever may enter it. */
function violationLink({ may, to }: Visit, violation: string | undefined): Markup {
  const id = html`<code>${violation}</code>`;
  return may('violation') ? html`<a href="${to('violation', { violation })}">${id}</a>` : id;
}

const only = (main: Markup): Ground => ({ main, ways: [] });

/** By the order of an authority, or by a duty in law: whichever has this id. */
async function byLaw(visit: Visit, operator: Operator, found: Case<Words>): Promise<Ground> {
  const { avow } = visit.place;
  const id = found.evidence ?? '';
  const order = await avow.desk.orders.get(asAuthorityOrderId(id));
  if (order !== undefined) return orderGround(visit, operator, found, order);
  return only(await statuteGround(visit, id));
}
