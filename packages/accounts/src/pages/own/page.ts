import { field, html, type Markup, none } from '@avow/server/look';
import type { Context } from 'hono';
import { show } from '../frame.ts';
import { type Hall, type Reading, reading } from '../hall.ts';
import { faultList, type Wrong } from '../problems.ts';

/** What a page about the reader's own account is made of. */
interface OwnPage {
  readonly title: string;
  readonly lead?: string;
  /** What has just been done. */
  readonly done?: string | undefined;
  readonly wrong?: Wrong;
  /** What the fields are called, by which a fault is told. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly main: Markup;
  readonly scripts?: readonly string[];
}

/** A page about the reader's own account, with the way back to the others. */
export function showOwn(hall: Hall, c: Context, page: OwnPage): Promise<Response> {
  const { words, language, to } = reading(hall, c);
  const { title, lead, done, wrong = {}, scripts = [] } = page;
  const main = html`<p class="eyebrow"><a href="${to(hall.paths.account)}">${words.own.back}</a></p>
<h1>${title}</h1>${lead === undefined ? none : html`<p class="lead">${lead}</p>`}
${done === undefined ? none : html`<p class="done" role="status">${done}</p>`}
${faultList(language, wrong, page.labels)}${page.main}`;
  return show(hall, c, { title, main, scripts }, Object.keys(wrong).length === 0 ? 200 : 422);
}

/** The password once more, before what a browser left open must not do. */
export const currentPassword = ({ words }: Reading, error: string | undefined): Markup =>
  field({
    name: 'password',
    label: words.own.current,
    type: 'password',
    error,
    autocomplete: 'current-password',
    limit: 128,
    required: true,
  });

/** The button of a form. */
export const actions = (label: string, kind = 'button'): Markup =>
  html`<div class="actions"><button class="${kind}">${label}</button></div>`;
