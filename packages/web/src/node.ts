import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import type { CookieGate, Passage } from './cookies/gate.ts';

/**
 * The gate as middleware for Express, and for plain `node:http`:
 * `createServer((request, response) => through(request, response, () => handle(request, response)))`.
 * The application sees the cookies that it may see; what it answers waits until its cookies are decided.
 */
export function nodeGate(gate: CookieGate) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (problem?: unknown) => void,
  ): void => {
    const { cookie, 'sec-gpc': gpc } = request.headers;
    gate.enter({ cookie, gpc: typeof gpc === 'string' ? gpc : undefined }).then((passage) => {
      if (passage.cookie !== cookie) showOnly(request, passage.cookie);
      holdBack(response, passage);
      gate.within(passage, next);
    }, next);
  };
}

/** The header as it may be seen, wherever Node keeps it: frameworks read one or another of these. */
function showOnly(request: IncomingMessage, cookie: string | undefined): void {
  const { headers, headersDistinct, rawHeaders } = request;
  if (cookie === undefined) {
    delete headers.cookie;
    delete headersDistinct['cookie'];
  } else {
    headers.cookie = cookie;
    headersDistinct['cookie'] = [cookie];
  }
  const others = rawHeaders.filter((_, at) => !isCookie(rawHeaders[at - (at % 2)]));
  request.rawHeaders = cookie === undefined ? others : [...others, 'Cookie', cookie];
}

const isCookie = (name: string | undefined) => name?.toLowerCase() === 'cookie';

type Called = () => void;

/** Holds the answer back from its first byte on, until the cookies in its head are decided. */
function holdBack(response: ServerResponse, passage: Passage): void {
  const { writeHead, write, end, flushHeaders, writeEarlyHints, addTrailers } = response;
  const waiting: Called[] = [];
  let isDeciding = false;

  /** Lets go of the answer: what was called meanwhile is done now, in its order. */
  const release = () => {
    Object.assign(response, { writeHead, write, end, flushHeaders });
    for (const call of waiting) call();
    // Whoever was told to wait is told to go on.
    if (waiting.length > 0 && !response.writableEnded) response.emit('drain');
  };

  /** Whether a call has to wait; the first one that finds cookies sets the decision going. */
  const waits = (call: Called): boolean => {
    if (!isDeciding) {
      const settings = settingsIn(response);
      if (settings.length === 0 && !passage.removes) {
        Object.assign(response, { writeHead, write, end, flushHeaders });
        return false;
      }
      isDeciding = true;
      passage
        .leave(settings)
        .then((leaving) => replaceSettings(response, leaving))
        .catch(() => replaceSettings(response, []))
        .finally(release);
    }
    waiting.push(call);
    return true;
  };

  // What goes before the head or after the body sets no cookies: nobody would have decided about them.
  response.writeEarlyHints = (hints, then) =>
    writeEarlyHints.call(response, Object.fromEntries(withoutCookies(hints)), then);
  response.addTrailers = (trailers) => addTrailers.call(response, withoutCookies(trailers));

  response.writeHead = function held(this: ServerResponse, ...head: unknown[]) {
    // Headers given here would go around those that were set: all of them are set first.
    const { status, reason, headers } = headIn(head);
    for (const [name, value] of headers) addHeader(response, name, value);
    const call = () =>
      reason === undefined
        ? writeHead.call(response, status)
        : writeHead.call(response, status, reason as never);
    if (!waits(call)) call();
    return response;
  } as ServerResponse['writeHead'];

  response.flushHeaders = () => {
    const call = () => flushHeaders.call(response);
    if (!waits(call)) call();
  };

  response.write = ((...given: Parameters<ServerResponse['write']>) => {
    const call = () => write.apply(response, given);
    return waits(call) ? false : call();
  }) as ServerResponse['write'];

  response.end = ((...given: Parameters<ServerResponse['end']>) => {
    const call = () => void end.apply(response, given);
    if (!waits(call)) call();
    return response;
  }) as ServerResponse['end'];
}

function settingsIn(response: ServerResponse): readonly string[] {
  return [response.getHeader('set-cookie') ?? []].flat().map(String);
}

function replaceSettings(response: ServerResponse, settings: readonly string[]): void {
  response.removeHeader('set-cookie');
  if (settings.length > 0) response.setHeader('set-cookie', [...settings]);
}

/** What `writeHead` takes: a status, perhaps a reason, perhaps headers as an object or a flat list. */
function headIn([status, ...rest]: readonly unknown[]) {
  const reason = typeof rest[0] === 'string' ? rest[0] : undefined;
  const given = rest.find((one) => typeof one === 'object' && one !== null);
  return { status: status as number, reason, headers: headersIn(given) };
}

function headersIn(given: unknown): readonly (readonly [string, OutgoingHttpHeader])[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return Object.entries(given as Record<string, OutgoingHttpHeader>);
  if (Array.isArray(given[0])) return given as [string, OutgoingHttpHeader][];
  return Array.from({ length: given.length / 2 }, (_, at) => [given[2 * at], given[2 * at + 1]]);
}

const withoutCookies = (given: unknown): [string, string][] =>
  headersIn(given).flatMap(([name, value]) =>
    name.toLowerCase() === 'set-cookie' ? [] : [[name, value as string]],
  );

/** As `writeHead` would: it replaces what was set; but cookies of a flat list come one at a time. */
function addHeader(response: ServerResponse, name: string, value: OutgoingHttpHeader): void {
  const isMore = name.toLowerCase() === 'set-cookie' && response.hasHeader(name);
  if (isMore && typeof value === 'string') response.appendHeader(name, value);
  else response.setHeader(name, value);
}
