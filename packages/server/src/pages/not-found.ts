import type { Context } from 'hono';
import { HttpFault } from '../http/fault.ts';
import { languageOf } from '../http/serve.ts';
import { failed } from '../look/index.ts';
import { show } from './frame.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** An address that leads nowhere: a page for who reads pages, a problem for who reads JSON. */
export async function showNotFound(
  c: Context,
  site: Site,
  code: 'AVOW_ROUTE_UNKNOWN' | 'AVOW_NOT_FOUND' = 'AVOW_ROUTE_UNKNOWN',
): Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') ?? false;
  if (!wantsPage || c.req.path.startsWith('/v1/')) throw new HttpFault(code);
  const language = languageOf(c, site);
  const words = pageWords(language);
  return show(c, site, {
    language,
    title: words.notFound,
    status: 404,
    // The language links would repeat whatever address was asked for.
    translated: false,
    main: failed({
      language,
      title: words.notFound,
      said: words.notFoundLead,
      on: { href: `/policy?lang=${language}`, label: words.policy },
    }),
  });
}
