import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Visit } from './visit.ts';
import { languages } from './words.ts';

/** Text that is markup already. */
export type Markup = ReturnType<typeof html>;

export const stylePath = '/look.css';
export const iconPath = '/favicon.ico';

/** A parcel, a coin and a flyer alike: what is handed over is sealed. In the colour of the pages' accent. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="3" y="7" width="26" height="18" rx="3" fill="#7a3b12"/><path d="M4 9l12 9 12-9" fill="none" stroke="#fff" stroke-width="2.5"/></svg>';

export const style = `:root { color-scheme: light dark; --paper: #fff; --ink: #1d2126; --quiet: #565e66; --line: #c9ced4; --edge: #79818a; --accent: #7a3b12; --on: #fff; --wash: #f6efe8; --grave: #9b2323; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #e8eaec; --quiet: #a6adb5; --line: #3a4047; --edge: #848d97; --accent: #f0b083; --on: #23140a; --wash: #262019; --grave: #ff9a92; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Noto Sans SC", sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; border-bottom: 3px solid var(--accent); }
header > a { font-weight: 700; font-size: 1.15rem; text-decoration: none; }
header nav { margin-inline-start: auto; }
header ul { display: flex; gap: 1rem; margin: 0; padding: 0; list-style: none; }
header [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; border-bottom: 2px solid var(--accent); }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; }
a { color: var(--accent); display: inline-block; min-height: 24px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button, .button { display: inline-block; min-height: 2.75rem; padding: .55rem 1.1rem; font: inherit; font-weight: 600; color: var(--on); background: var(--accent); border: 1px solid var(--accent); border-radius: .4rem; cursor: pointer; text-decoration: none; }
.plain { color: var(--accent); background: transparent; border-color: var(--edge); }
.quiet { color: var(--quiet); }
.list { padding: 0; list-style: none; }
.list > li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .9rem 0; border-bottom: 1px solid var(--line); }
.list form { margin: 0; } .list > li > div { flex: 1 1 16rem; }
.label { max-width: 26rem; margin: 1.5rem 0; padding: 1.25rem 1.5rem; border: 2px solid var(--ink); border-radius: .4rem; background: var(--wash); white-space: pre-line; font-size: 1.15rem; }
.label dl { margin: 0; } .label dt { font-size: .8rem; color: var(--quiet); } .label dd { margin: 0 0 .75rem; }
.refused { padding: 1rem 1.25rem; border: 2px solid var(--grave); border-radius: .4rem; max-width: 40rem; }
.refused strong { color: var(--grave); }
.answer-yes::before { content: "✓ "; } .answer-no::before { content: "× "; } .answer-no { color: var(--grave); }
table { width: 100%; border-collapse: collapse; font-size: .93rem; overflow-wrap: break-word; }
th, td { padding: .45rem .75rem .45rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
@media (max-width: 30rem) { header { gap: .25rem .75rem; } header > a { font-size: 1.05rem; } header ul { gap: .75rem; } }
@media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%); } tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); } th, td { display: block; border: 0; padding: .1rem 0; } td[data-head]::before { content: attr(data-head); color: var(--quiet); } }
@media print { header, form, .quiet { display: none; } }
`;

/** A page of a partner's, under its own name. What was opened stands on no page that is kept. */
export function page(c: Context, visit: Visit, said: Said): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  c.header('Content-Language', visit.language);
  return c.html(
    html`<!doctype html>
<html lang="${visit.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said.title} · ${said.name}</title><link rel="stylesheet" href="${stylePath}"><link rel="icon" href="${iconPath}" type="image/svg+xml"></head>
<body><header><a href="${visit.to('/')}">${said.name}</a><nav aria-label="${visit.words.languages}"><ul>${languages.map(
      (each) =>
        html`<li><a href="${visit.in(each)}" hreflang="${each}" lang="${each}"${each === visit.language ? raw(' aria-current="true"') : ''}>${each === 'en' ? 'English' : '中文'}</a></li>`,
    )}</ul></nav></header>
<main><h1>${said.title}</h1>${said.main}</main></body></html>`,
    said.status ?? 200,
  );
}

export interface Said {
  /** Whose page it is. */
  readonly name: string;
  readonly title: string;
  readonly main: Markup;
  readonly status?: 200 | 404 | 502;
}
