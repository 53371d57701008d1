import { html, type Markup, none } from '@avow/server/look';
import type { Context } from 'hono';
import type { Asked } from '../passkeys/face.ts';
import type { Form } from './form.ts';

/**
 * A form whose button asks the browser for a passkey. It stays hidden until the script shows it, since
 * without the script it could do nothing.
 */
export function passkeyButton(options: {
  readonly does: 'create' | 'get';
  readonly action: string;
  readonly label: string;
  /** Said if the browser gives none. */
  readonly cancelled: string;
  readonly before?: string;
  readonly inside?: Markup;
}): Markup {
  const { does, action, label, cancelled, before, inside } = options;
  return html`<form method="post" action="${action}" data-passkey="${does}" data-cancelled="${cancelled}" hidden novalidate>
${before === undefined ? none : html`<p class="quiet">${before}</p>`}
${inside ?? none}
<input type="hidden" name="ticket"><input type="hidden" name="response">
<p class="field-error" role="alert"></p>
<div class="actions"><button class="button button-plain">${label}</button></div></form>`;
}

/** Where the script fetches what the browser is asked: beside the form's own address. */
export const asksAt = (path: string): string => `${path}/ask`;

export const ticketFor = (c: Context, { options, ticket }: Asked<object>): Response =>
  c.json({ options, ticket }, 200, { 'Cache-Control': 'no-store' });

/** Something to say instead, which the script puts beside the button. */
export const sayTo = (c: Context, said: string): Response =>
  c.json({ said }, 422, { 'Cache-Control': 'no-store' });

/** What the authenticator answered, if it did. Whether it proves anything is found out by the library. */
export function answerIn(form: Form): object | undefined {
  try {
    const answer: unknown = JSON.parse(form.get('response'));
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}
