import type { Decision, Handed, Held } from '@avow/partner';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { common, forgetAt, missing } from '../look/answers.ts';
import { front } from '../look/front.ts';
import { page } from '../look/page.ts';
import { refusal, values } from '../look/parts.ts';
import { moment, type Visit, visitOf } from '../look/visit.ts';
import type { Place } from '../process/run.ts';
import { saidIn } from './words.ts';

/** The advertiser: it gets what people allowed, while they allow it, and nothing of anybody else. */
export function advertiser({ partner, book }: Place): Hono {
  const app = new Hono();
  common(app, (c) => saidIn(visitOf(c).language).name);

  app.get('/', front(book, saidIn, row));

  app.post('/people/:disclosure/open', async (c) => {
    const found = await asked(c);
    if (found === undefined) return missing(c, saidIn(visitOf(c).language).name);
    const { language } = visitOf(c);
    return answer(c, book.note(found, 'open', await partner.open(found, { language })));
  });

  app.post('/people/:disclosure/phone', async (c) => {
    const found = await asked(c);
    if (found === undefined) return missing(c, saidIn(visitOf(c).language).name);
    const { language } = visitOf(c);
    const read = await partner.read(found.disclosure, ['contact.phone'], { language });
    return answer(c, book.note(found, 'read', read));
  });

  const asked = (c: Context) => book.find(c.req.param('disclosure') ?? '');
  return app;
}

function row({ disclosure, at, sealed, online }: Handed, visit: Visit) {
  const said = saidIn(visit.language);
  const press = (step: string, label: string, kind: string) =>
    html`<form method="post" action="${visit.to(`/people/${disclosure}/${step}`)}"><button class="${kind}">${label}</button></form>`;
  return html`<li><div><strong>${said.somebody}</strong><br><span class="quiet">${visit.words.handedAt} ${moment(at, visit)}</span></div>
${sealed.length === 0 ? '' : press('open', said.open, '')}${online.length === 0 ? '' : press('phone', said.call, 'plain')}</li>`;
}

function answer(c: Context, decided: Decision<Held>): Response | Promise<Response> {
  const visit = visitOf(c);
  const said = saidIn(visit.language);
  forgetAt(c, decided);
  const main = html`${decided.permitted ? values(decided.value, visit) : refusal(decided, visit, said.refused)}
<p><a class="button plain" href="${visit.to('/')}">${visit.words.back}</a></p>`;
  return page(c, visit, { name: said.name, title: said.opened, main });
}
