import type { IncomingMessage, ServerResponse } from 'node:http';
import { textOf } from '../visits/node.ts';
import type { CookieDesk } from './desk.ts';
import { MOST } from './small.ts';

/** The desk as middleware for Hono, after its gate: `app.use(honoGate(gate), honoDesk(desk))`. */
export function honoDesk(desk: CookieDesk) {
  return async (
    c: { readonly req: { readonly raw: Request; readonly method: string; readonly path: string } },
    next: () => Promise<void>,
  ): Promise<Response | undefined> => {
    const route = desk.route(c.req.method, c.req.path);
    if (route !== undefined) return route(c.req.raw);
    await next();
    return undefined;
  };
}

/** The desk as middleware for Express and `node:http`, after `nodeGate`. */
export function nodeDesk(desk: CookieDesk) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (problem?: unknown) => void,
  ): void => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const route = desk.route(request.method ?? 'GET', path);
    // Only a body that is for the desk is read: the others are the site's to read.
    if (route === undefined) next();
    else answer(request, response, route).catch(next);
  };
}

type Route = NonNullable<ReturnType<CookieDesk['route']>>;

async function answer(request: IncomingMessage, response: ServerResponse, route: Route) {
  const asked = await requestOf(request);
  const told = asked === undefined ? new Response(null, { status: 413 }) : await route(asked);
  // What was not read to its end is not waited for either.
  if (!request.complete) response.setHeader('connection', 'close');
  response.statusCode = told.status;
  for (const [name, value] of told.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value);
  }
  const settings = told.headers.getSetCookie();
  if (settings.length > 0) response.setHeader('set-cookie', settings);
  response.end(Buffer.from(await told.arrayBuffer()));
}

/** Undefined for a body that is too large; it is read no further. */
async function requestOf(request: IncomingMessage): Promise<Request | undefined> {
  const { method = 'GET', url = '/', headers } = request;
  const isPost = method === 'POST';
  const body = isPost ? await textOf(request, MOST) : '';
  if (body === undefined) return undefined;
  const given = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  return new Request(new URL(url, `http://${headers.host ?? 'site'}`), {
    method,
    headers: given,
    ...(isPost && { body }),
  });
}
