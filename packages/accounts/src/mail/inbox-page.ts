import { empty, html, type Markup, moment, page } from '@avow/server/look';
import type { Inbox, Received } from './inbox.ts';

/** Anything that answers requests, as `@avow/server` mounts it. */
export interface InboxPage {
  fetch(request: Request): Promise<Response>;
}

/**
 * Shows what was sent, at `/inbox`, to whoever develops. It lays other people's mail open, so it is not made
 * at all where `NODE_ENV` is `production`: throws a `RangeError` there, at the start and not at a request.
 */
export function inboxPage(inbox: Inbox, environment = process.env['NODE_ENV']): InboxPage {
  if (environment === 'production') throw new RangeError('an inbox is for development');
  return {
    async fetch(request) {
      if (request.method !== 'GET') return new Response(null, { status: 405 });
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      };
      return new Response(String(await shown(inbox.received)), { headers });
    },
  };
}

/** For those who develop, and so in one language; messages are in that of whom they are for. */
const shown = (received: readonly Received[]): Markup =>
  page({
    language: 'en',
    title: 'Inbox',
    name: { label: 'Inbox', href: '/inbox' },
    ways: [{ href: '/', label: 'To the platform' }],
    main: html`<h1>Inbox</h1>
<p class="lead">Messages that this server would have sent. For development: nothing of it is kept, and nothing was sent.</p>
${received.length === 0 ? empty('Nothing has been sent yet.') : html`<ul class="plain">${received.map(letter)}</ul>`}`,
  });

const letter = ({
  to,
  subject,
  text,
  at,
}: Received): Markup => html`<li><article><h2>${subject}</h2>
<p class="quiet small">To ${to} · ${moment(at, 'en')}</p>
<p class="letter">${linked(text)}</p></article></li>`;

/** Links open here, as a mail program would open them. */
function linked(text: string): Markup {
  const pieces = text.split(/(https?:\/\/\S+)/);
  return html`${pieces.map((piece, at) => (at % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece))}`;
}
