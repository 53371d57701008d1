import type { Words } from '@avow/policy';
import { html, type Markup, moment } from '@avow/server/look';
import { asAuthorityOrderId, type Case } from 'avow';
import type { Visit } from '../../web/visit.ts';

/** What the person knows of a case, or when they will. */
export async function told(visit: Visit, found: Case<Words>): Promise<Markup> {
  const { desk: said } = visit.words;
  const { language } = visit;
  const { avow } = visit.place;
  const bar = await barOn(visit, found);
  const known = (await avow.desk.told(found.person)).filter((each) => each.case === found.case);
  if (known.length > 0) {
    return html`<ul class="values">${known.map(
      (each) =>
        html`<li>${said.toldOn} ${moment(each.told, language)}${each.told > each.disclosed ? html` · ${said.disclosedOn} ${moment(each.disclosed, language)}` : ''}</li>`,
    )}</ul>`;
  }
  if (bar === undefined) {
    return html`<p>${found.to === undefined ? said.knowsAll : said.willBeTold}</p>`;
  }
  return bar.until === undefined
    ? html`<p>${said.barredOpen}</p>`
    : html`<p>${said.barredUntil}${moment(bar.until, language)}${said.barredThen}</p>`;
}

/** The bar that stands on telling the person, if the case rests on an order that has one. */
async function barOn({ place }: Visit, { type, evidence }: Case<Words>) {
  if (type !== 'law' || evidence === undefined) return undefined;
  const order = await place.avow.desk.orders.get(asAuthorityOrderId(evidence));
  const { now = Date.now } = place;
  const bar = order?.bar;
  if (bar === undefined || bar.ended !== undefined) return undefined;
  return bar.until !== undefined && bar.until <= now() ? undefined : bar;
}
