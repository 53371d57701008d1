import type { Decision, Handed, Held } from '@avow/partner';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { common, forgetAt, missing } from '../look/answers.ts';
import { front } from '../look/front.ts';
import { page } from '../look/page.ts';
import { refusal, short, values } from '../look/parts.ts';
import { moment, type Visit, visitOf } from '../look/visit.ts';
import type { Place } from '../process/run.ts';
import { saidIn } from './words.ts';

/** The carrier's desk: what it was handed; a label printed, a recipient called, each by leave; what it asked. */
export function carrier({ partner, book }: Place): Hono {
  const app = new Hono();
  common(app, (c) => saidIn(visitOf(c).language).name);

  app.get('/', front(book, saidIn, row));

  app.post('/parcels/:disclosure/label', async (c) => {
    const handed = await book.find(c.req.param('disclosure'));
    const visit = visitOf(c);
    if (handed === undefined) return missing(c, saidIn(visit.language).name);
    const { language } = visit;
    const decided = book.note(handed, 'open', await partner.open(handed, { language }));
    const said = saidIn(language);
    return answer(c, visit, decided, said.label(short(handed.order)));
  });

  app.post('/parcels/:disclosure/phone', async (c) => {
    const handed = await book.find(c.req.param('disclosure'));
    const visit = visitOf(c);
    const said = saidIn(visit.language);
    if (handed === undefined) return missing(c, said.name);
    const { disclosure } = handed;
    const { language } = visit;
    const read = await partner.read(disclosure, ['contact.phone'], { language });
    const decided = book.note(handed, 'read', read);
    return answer(c, visit, decided, said.number(short(handed.order)), said.numberLead);
  });
  return app;
}

function row({ disclosure, order, at, sealed, online }: Handed, visit: Visit) {
  const said = saidIn(visit.language);
  const press = (step: string, label: string, kind: string) =>
    html`<form method="post" action="${visit.to(`/parcels/${disclosure}/${step}`)}"><button class="${kind}">${label}</button></form>`;
  return html`<li><div><strong>${said.parcel(short(order))}</strong><br><span class="quiet">${visit.words.handedAt} ${moment(at, visit)}</span></div>
${sealed.length === 0 ? '' : press('label', said.print, '')}${online.length === 0 ? '' : press('phone', said.call, 'plain')}</li>`;
}

function answer(
  c: Context,
  visit: Visit,
  decided: Decision<Held>,
  title: string,
  lead = '',
): Response | Promise<Response> {
  const said = saidIn(visit.language);
  forgetAt(c, decided);
  const main = html`${
    decided.permitted
      ? html`${lead === '' ? '' : html`<p>${lead}</p>`}${values(decided.value, visit)}`
      : refusal(decided, visit, said.refused)
  }<p><a class="button plain" href="${visit.to('/')}">${visit.words.back}</a></p>`;
  return page(c, visit, { name: said.name, title, main });
}
