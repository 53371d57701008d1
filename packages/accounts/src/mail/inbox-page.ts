import type { Inbox, Received } from './inbox.ts';

/** Anything that answers requests, as `@avow/server` mounts it. */
export interface InboxPage {
  fetch(request: Request): Response;
}

/**
 * Shows what was sent, at `/inbox`, to whoever develops. It lays other people's mail open, so it is not made
 * at all where `NODE_ENV` is `production`: throws a `RangeError` there, at the start and not at a request.
 */
export function inboxPage(inbox: Inbox, environment = process.env['NODE_ENV']): InboxPage {
  if (environment === 'production') throw new RangeError('an inbox is for development');
  return {
    fetch(request) {
      if (request.method !== 'GET') return new Response(null, { status: 405 });
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      };
      return new Response(page(inbox.received), { headers });
    },
  };
}

const page = (received: readonly Received[]) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Inbox</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid; padding: 1rem 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
</style>
<main><h1>Inbox</h1>
<p>Messages that this server would have sent. For development: nothing of it is kept, and nothing was sent.</p>
${received.length === 0 ? '<p>Nothing has been sent yet.</p>' : received.map(article).join('\n')}
</main></html>
`;

const article = ({ to, subject, text, at }: Received) => `<article><h2>${escaped(subject)}</h2>
<p>To ${escaped(to)}, ${clock(new Date(at).toISOString())}</p>
<pre>${linked(text)}</pre></article>`;

/** To the minute, as one reads it. */
const clock = (iso: string) =>
  `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;

/** Links open here, as a mail program would open them. */
const linked = (text: string) =>
  escaped(text).replace(/https?:\/\/\S+/g, (link) => `<a href="${link}">${link}</a>`);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? '');
