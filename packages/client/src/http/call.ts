import { type RouteName, routes } from './routes.ts';
import { type Sending, send } from './send.ts';

/** How a write, or a request, is made beside what it says. */
export interface Once {
  /** The same for the retries of one write; absent: a new one, which the client's own retries keep. */
  readonly idempotencyKey?: string;
}

/** In which language the words of an answer are wanted; absent: the client's. */
export interface Spoken {
  readonly language?: string;
}

/** What a request is made of. */
export interface Given extends Once, Spoken {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
}

/** Asks a route by its name. What it answers is as the interface describes it. */
export type Call = <Answer>(route: RouteName, given?: Given) => Promise<Answer>;

/** Makes the requests of a client. */
export function callBy(sending: Sending, spoken: string | undefined): Call {
  return async <Answer>(name: RouteName, given: Given = {}) => {
    const { method, path, write } = routes[name];
    const { params = {}, query = {}, body, language = spoken } = given;
    const { idempotencyKey = crypto.randomUUID() } = given;
    // What no header can hold would be taken for a server that is not there.
    if (!/^[\x20-\x7e]{1,255}$/.test(idempotencyKey)) {
      throw new TypeError('idempotencyKey must be 1 to 255 printable ASCII characters');
    }
    return (await send(sending, {
      path: `${filled(path, params)}${asked(query)}`,
      init: {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(language !== undefined && { 'accept-language': language }),
          ...(write && { 'idempotency-key': idempotencyKey }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      // A question by POST is a decision of its own, on record: asked again it would stand there twice.
      isRepeatable: write || method === 'GET',
    })) as Answer;
  };
}

/** Puts ids into a path. One that is empty, or dots that lead upwards (RFC 3986 §5.2.4), would ask another route. */
function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is missing`);
    if (value === '.' || value === '..') throw new TypeError(`${name} is no id`);
    return encodeURIComponent(value);
  });
}

function asked(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
