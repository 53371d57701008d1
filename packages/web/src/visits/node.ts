import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Visited, VisitWatch } from './watch.ts';

/**
 * Notes visits as middleware for Express, and for plain `node:http`:
 * `createServer((request, response) => through(request, response, () => handle(request, response)))`.
 */
export function nodeVisits(watch: VisitWatch) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const seen = visitedIn(request);
    if (watch.isReport(seen)) {
      watch
        .report(seen, (most) => textOf(request, most))
        .then((status) => {
          // What was not read to its end is not waited for either.
          if (!request.complete) response.setHeader('connection', 'close');
          response.writeHead(status).end();
        }, next);
      return;
    }
    const type = typeOf(response);
    response.once('finish', () => {
      watch.answered(seen, { status: response.statusCode, type: type() });
    });
    next();
  };
}

/** The type of an answer; one that is given with the head is kept nowhere else. */
function typeOf(response: ServerResponse): () => string {
  const { writeHead } = response;
  let given: string | undefined;
  response.writeHead = function seen(this: ServerResponse, ...head: unknown[]) {
    const flat = head.slice(1).flatMap((one) => {
      if (Array.isArray(one)) return one.flat();
      return typeof one === 'object' && one !== null ? Object.entries(one).flat() : [];
    });
    const at = flat.findIndex((name) => String(name).toLowerCase() === 'content-type');
    if (at >= 0) given = String(flat[at + 1]);
    return writeHead.apply(this, head as Parameters<ServerResponse['writeHead']>);
  } as ServerResponse['writeHead'];
  return () => given ?? String(response.getHeader('content-type') ?? '');
}

function visitedIn(request: IncomingMessage): Visited {
  const headers = { ...request.headers };
  // Express shortens `url` where a router is mounted; what was asked for stands beside it.
  const { originalUrl } = request as { readonly originalUrl?: string };
  return {
    method: request.method ?? '',
    url: originalUrl ?? request.url ?? '',
    header(name) {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    peer: request.socket.remoteAddress,
  };
}

/** A body as text; undefined if it is larger than it may be, or was cut off. */
export async function textOf(request: IncomingMessage, most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).byteLength;
      if (size > most) return undefined;
      chunks.push(chunk as Buffer);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}
