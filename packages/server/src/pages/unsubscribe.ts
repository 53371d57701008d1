import type { Context } from 'hono';
import { languageOf } from '../http/serve.ts';
import { because, failed, html, type Markup, none } from '../look/index.ts';
import { show } from './frame.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** The duty of the policy that this page carries out. */
const DUTY = 'unsubscribeAtOnce';

/**
 * `GET /unsubscribe/<token>`: what the link in a message opens. Programs that look at mail open links as well, so
 * to open it changes nothing: there is a button.
 */
export async function showUnsubscribe(c: Context, site: Site): Promise<Response> {
  const language = languageOf(c, site);
  const words = pageWords(language);
  if (!(await site.avow.campaigns.knows(c.req.param('token') ?? ''))) return nobody(c, site);
  return told(c, site, {
    title: words.unsubscribe,
    main: html`<h1>${words.unsubscribe}</h1><p class="lead">${words.unsubscribeLead(site.nameIn(language))}</p>
<form method="post" action="${c.req.path}?lang=${language}"><button class="button">${words.unsubscribeNow}</button></form>`,
  });
}

/**
 * `POST /unsubscribe/<token>`: it is done when this is answered (RFC 8058, section 3.2). Whatever the body holds,
 * whoever is signed in, and from wherever it comes: the token is all that it takes.
 */
export async function unsubscribe(c: Context, site: Site): Promise<Response> {
  const language = languageOf(c, site);
  const words = pageWords(language);
  const done = await site.avow.campaigns.unsubscribe({
    token: c.req.param('token') ?? '',
    language,
  });
  if (done === undefined) return nobody(c, site);
  const sentence = offSwitch(site, language);
  return told(c, site, {
    title: words.unsubscribed,
    main: html`<h1>${words.unsubscribed}</h1><p class="lead" role="status">${words.unsubscribedLead(site.nameIn(language))}</p>${sentence}`,
  });
}

/** The sentence that promises it, where the policy in force has one. */
function offSwitch(site: Site, language: string): Markup {
  const { policy } = site.avow.policy.current();
  const sentence = policy.clauses
    .flatMap(({ sentences }) => sentences)
    .find(({ backings }) => backings.some((each) => each.kind === 'duty' && each.duty === DUTY));
  if (sentence === undefined) return none;
  return because({ sentence: sentence.id, text: sentence.text[language], language });
}

/** A token that is none, or whose reader has gone: there is nobody to write to. */
function nobody(c: Context, site: Site): Promise<Response> {
  const words = pageWords(languageOf(c, site));
  const { unsubscribeNobody: title, unsubscribeNobodyLead: said } = words;
  const main = failed({ language: languageOf(c, site), title, said });
  return told(c, site, { title, main, status: 404 });
}

async function told(
  c: Context,
  site: Site,
  shown: { readonly title: string; readonly main: Markup; readonly status?: 404 },
): Promise<Response> {
  const response = await show(c, site, { language: languageOf(c, site), ...shown });
  // The address is a way to act for somebody: nobody keeps it, and nobody else is told of it.
  response.headers.set('Cache-Control', 'no-store');
  response.headers.set('Referrer-Policy', 'no-referrer');
  response.headers.set('X-Robots-Tag', 'noindex');
  return response;
}
