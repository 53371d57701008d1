import type { Visited, VisitWatch } from './watch.ts';

type Handler<Rest extends unknown[]> = (
  request: Request,
  ...rest: Rest
) => Response | Promise<Response>;

/** What a listener may hand on beside a request: `@hono/node-server` hands the connection on. */
interface Connected {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/**
 * Notes visits before a handler of the Fetch API: `app.fetch` of Hono, a route of Next, a worker. The
 * address is that of the connection that is handed on beside the request; where none is, there is none.
 */
export function visited<Rest extends unknown[]>(
  watch: VisitWatch,
  handler: Handler<Rest>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const seen = visitedIn(request, rest[0]);
    if (watch.isReport(seen)) {
      const body = (most: number) => textOf(request, most);
      return new Response(null, { status: await watch.report(seen, body) });
    }
    const answer = await handler(request, ...rest);
    const type = answer.headers.get('content-type') ?? '';
    watch.answered(seen, { status: answer.status, type });
    return answer;
  };
}

export function visitedIn(request: Request, environment: unknown): Visited {
  const { method, url, headers } = request;
  // The application may be handed other headers by then, or none of this request's any more.
  const kept = new Headers(headers);
  return {
    method,
    url,
    header: (name) => kept.get(name) ?? undefined,
    peer: (environment as Connected | undefined)?.incoming?.socket?.remoteAddress,
  };
}

/** A body as text; undefined if it is larger than it may be, or was cut off. */
export async function textOf(request: Request, most: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > most) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}
