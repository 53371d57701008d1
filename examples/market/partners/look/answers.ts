import { type Decision, isPartnerFault } from '@avow/partner';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { icon, iconPath, page, style, stylePath } from './page.ts';
import { visitOf } from './visit.ts';

/** What every partner answers: its style, that there is nothing here, that something did not work. */
export function common(app: Hono, nameIn: (c: Context) => string): void {
  app.get(stylePath, (c) => c.body(style, 200, { 'content-type': 'text/css' }));
  app.get(iconPath, (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }));
  app.notFound((c) => missing(c, nameIn(c)));
  app.onError((fault, c) => {
    const visit = visitOf(c);
    // Ours are made to be shown: a code, and nothing that came in.
    const code = isPartnerFault(fault) ? fault.code : 'PARTNER_FAULT';
    console.error(`partner: ${code} in ${c.req.method} ${c.req.routePath}`);
    const { brokenTitle: title, broken } = visit.words;
    const main = html`<p>${broken} <code>${code}</code></p>`;
    return page(c, visit, { name: nameIn(c), title, main, status: 502 });
  });
}

export function missing(c: Context, name: string): Response | Promise<Response> {
  const visit = visitOf(c);
  const { missingTitle: title, missing: said } = visit.words;
  return page(c, visit, { name, title, main: html`<p>${said}</p>`, status: 404 });
}

/** So that what a browser shows is gone when the opening is. */
export function forgetAt(c: Context, decided: Decision<{ readonly expires: number }>): void {
  if (!decided.permitted) return;
  const left = Math.max(1, Math.floor((decided.value.expires - Date.now()) / 1000));
  c.header('Refresh', `${left};url=/`);
}
