import type { Context, Hono } from 'hono';
import { pointerOf } from '../json/pointer.ts';
import { isSound } from '../json/text.ts';
import { chooseLanguage } from '../look/index.ts';
import type { Services } from '../services.ts';
import { authorise } from './authorise.ts';
import { authoriseParty } from './authorise-party.ts';
import { BODY_LIMIT, readBody, refuseLarge, streamed } from './body.ts';
import type { Once, Raw, Route } from './endpoint.ts';
import { HttpFault } from './fault.ts';
import { readIdempotencyKey } from './idempotency.ts';

/** Serves every route, and answers other methods on the same paths with those that it takes. */
export function serve(app: Hono, routes: readonly Route[], services: Services): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), honoPath(route.path), (c) => answer(c, route, services));
  }
  for (const [path, taken] of Map.groupBy(routes, ({ path }) => honoPath(path))) {
    const allow = taken.map(({ method }) => method.toUpperCase()).join(', ');
    app.all(path, () => {
      throw new HttpFault('AVOW_METHOD_UNKNOWN', { headers: { allow } });
    });
  }
}

/** From request to response: may they, what do they ask, has it been asked before, do it, tell it. */
async function answer(c: Context, route: Route, services: Services): Promise<Response> {
  const { caller, party } = await callerOf(c, route, services);
  // Whichever server put it in force: its words are held against what is asked, and answer it.
  await services.avow.policy.inForce();
  const raw = await read(c, route);
  let replayed = false;
  const once: Partial<Once> =
    route.write && caller
      ? {
          idempotencyKey: readIdempotencyKey(c.req.header('idempotency-key'), caller),
          onReplay: () => {
            replayed = true;
          },
        }
      : {};
  const language = languageOf(c, services);
  const stream = route.streams && streamed(c.req.raw, route.streams);
  const more = stream ? { stream } : {};
  const told = await route.run(raw, { ...services, language, once, party, ...more });
  if (replayed) c.header('Idempotency-Replayed', 'true');
  c.header('Content-Language', language);
  c.header('Vary', 'Accept-Language, Authorization');
  return c.json(told, route.status ?? 200);
}

/** Who asks: a name to tell callers apart by, and which party it is, if it is one. */
async function callerOf(c: Context, { scope }: Route, services: Services) {
  if (scope === 'public') return { caller: undefined, party: undefined };
  if (scope !== 'partner') {
    return { caller: String((await authorise(c, scope, services.keys)).id), party: undefined };
  }
  const party = await authoriseParty(c, services);
  // No id of a key has a colon in it.
  return { caller: `party:${party}`, party };
}

async function read(c: Context, route: Route): Promise<Raw> {
  const params = c.req.param() as Record<string, string>;
  const query = queryOf(c);
  refuseUnsound('path', params);
  refuseUnsound('query', query);
  if (route.body) {
    return { params, query, body: await readBody(c.req.raw, route.limit ?? BODY_LIMIT) };
  }
  if (route.streams) return { params, query, body: {} };
  // What is sent to a route that takes nothing is not read; a large one is not even waited for.
  refuseLarge(c.req.raw, BODY_LIMIT);
  return { params, query, body: {} };
}

/** The query, without `lang`, which every route takes. A parameter given twice is refused. */
function queryOf(c: Context): Record<string, string> {
  const { lang: _, ...queries } = c.req.queries();
  const twice = Object.keys(queries).filter((name) => queries[name]?.length !== 1);
  if (twice.length > 0) {
    throw new HttpFault('AVOW_REQUEST_INVALID', {
      errors: twice.map((name) => ({ in: 'query', pointer: pointerOf([name]), code: 'twice' })),
    });
  }
  return Object.fromEntries(Object.entries(queries).map(([name, [value = '']]) => [name, value]));
}

function refuseUnsound(place: 'path' | 'query', values: Readonly<Record<string, string>>): void {
  const unsound = Object.entries(values).find((pair) => !pair.every(isSound));
  if (unsound === undefined) return;
  // A name that is unsound itself cannot be written: the pointer then leads to the whole.
  const pointer = isSound(unsound[0]) ? pointerOf([unsound[0]]) : '';
  throw new HttpFault('AVOW_TEXT_UNSOUND', { errors: [{ in: place, pointer }] });
}

/** The policy's language that a request asks for: by `?lang=`, else by `Accept-Language`. */
export function languageOf(c: Context, { avow }: Services): string {
  const [first = 'en', ...others] = avow.policy.current().policy.vocabulary.languages;
  return chooseLanguage([first, ...others], c.req.query('lang'), c.req.header('accept-language'));
}

const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');
