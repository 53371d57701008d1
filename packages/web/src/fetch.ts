import type { CookieGate } from './cookies/gate.ts';

type Handler<Rest extends unknown[]> = (
  request: Request,
  ...rest: Rest
) => Response | Promise<Response>;

/**
 * Puts the gate before a handler of the Fetch API: `app.fetch` of Hono, a route of Next, a worker. The
 * handler gets the request with the cookies that it may see.
 */
export function gated<Rest extends unknown[]>(
  gate: CookieGate,
  handler: Handler<Rest>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const sent = request.headers.get('cookie') ?? undefined;
    const gpc = request.headers.get('sec-gpc') ?? undefined;
    const passage = await gate.enter({ cookie: sent, gpc });
    const seen = withCookie(request, sent, passage.cookie);
    const answer = await gate.within(passage, () => handler(seen, ...rest));
    const settings = answer.headers.getSetCookie();
    if (settings.length === 0 && !passage.removes) return answer;
    return withSettings(answer, await passage.leave(settings));
  };
}

function withCookie(request: Request, sent: string | undefined, cookie: string | undefined) {
  if (cookie === sent) return request;
  const headers = new Headers(request.headers);
  if (cookie === undefined) headers.delete('cookie');
  else headers.set('cookie', cookie);
  return new Request(request, { headers });
}

function withSettings(answer: Response, settings: readonly string[]): Response {
  const headers = new Headers(answer.headers);
  headers.delete('set-cookie');
  for (const setting of settings) headers.append('set-cookie', setting);
  const { status, statusText } = answer;
  return new Response(answer.body, { status, statusText, headers });
}
