import type { Text, Words } from '@avow/policy';
import type { Avow } from 'avow';
import { type Context, Hono } from 'hono';
import { healthRoutes } from './health/routes.ts';
import { BODY_LIMIT } from './http/body.ts';
import { HttpFault } from './http/fault.ts';
import { securityHeaders } from './http/headers.ts';
import { createLog } from './http/log.ts';
import { problemOf } from './http/problem.ts';
import { type RequestLog, requestLog } from './http/request-log.ts';
import { serve } from './http/serve.ts';
import { refuseWhile } from './http/stopping.ts';
import { type ApiKeys, openDoor } from './keys/store.ts';
import { admission, type Limits } from './limits/admission.ts';
import { bodiesOutsideV1, type LargerBodies } from './limits/bodies.ts';
import { type Listening, type ListenOptions, listen } from './listen.ts';
import { logRoutes } from './log/routes.ts';
import { latest } from './measures/latest.ts';
import { limitsMeasure } from './measures/limits.ts';
import { pagesMeasure } from './measures/pages.ts';
import { probing } from './measures/probe.ts';
import { issuerBy } from './oauth/issuer.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { describe, type OpenApi } from './openapi/document.ts';
import { showNotFound } from './pages/not-found.ts';
import { pageRoutes } from './pages/routes.ts';
import { siteOf } from './pages/site.ts';
import { neighboursAt, type RegionUrls } from './regions/neighbours.ts';
import { roundsOf } from './regions/rounds.ts';
import type { AnyAvow, Services } from './services.ts';
import { openTelemetry } from './telemetry/telemetry.ts';
import { chapters, parts, routes } from './v1/routes.ts';

/** Anything that answers requests: a Hono application, or a `fetch` of another make. */
export interface Application {
  /** `environment` is what the listener knows besides, such as the connection; tests have none. */
  fetch(request: Request, environment?: object): Response | Promise<Response>;
}

/** What a mounted application finds in its environment, beside what the listener knows. */
export interface Mounted {
  /**
   * Stands for the address that the request came from, to count by: a keyed hash, under a key that
   * lives as long as the process. Absent where there is no connection.
   */
  readonly caller?: string;
}

/** What a server is put together from. */
export interface ServerOptions<V extends Words = Words> {
  readonly avow: Avow<V>;
  /**
   * Where API keys are kept, as digests: a SQLite file of their own, or a PostgreSQL database, such as
   * the data's, in which they have a schema of their own. All servers on it have the same keys.
   */
  readonly keys: string;
  /**
   * The origin at which parties reach the server: `https://market.example`. They name it in what they sign
   * to get a token. Absent: parties come from this machine alone.
   */
  readonly url?: string;
  /** Where request lines go; absent: JSON lines on standard output. */
  readonly log?: RequestLog;
  /** The platform's name in the head of the pages; absent: the policy's title. */
  readonly name?: Text;
  /** The platform's icon, the text of an SVG file; absent: a seal. */
  readonly icon?: string;
  /** The path under which a mounted application shows its reader what each sentence did for them. */
  readonly mine?: string;
  /** Where a mounted application takes comments on an announced version: a path, or a whole address. Linked while the policy takes any. */
  readonly comments?: string;
  /** Names of parties, for a reader of the pages; undefined, or absent: they are named as in the records. */
  readonly nameOf?: (party: string, language: string) => string | undefined;
  /** Ways in the head of the server's own pages: those of the platform's pages, so that all are one place. */
  readonly ways?: readonly { readonly href: string; readonly label: Text }[];
  /** Ways at the foot of the server's own pages, such as to the mounted application's page about cookies. */
  readonly foot?: readonly { readonly href: string; readonly label: Text }[];
  /** How many requests are taken, and from whom; absent: generous defaults. */
  readonly limits?: Limits;
  /** Where the deployments of the policy's other regions are; absent: nothing is received from any. */
  readonly regions?: RegionUrls;
  /**
   * Where mounted applications take longer bodies than a form is, such as documents: beginnings of paths, with
   * bytes at most.
   */
  readonly bodies?: LargerBodies;
  /** An application that answers whatever the server itself does not, such as a market at `/`. */
  readonly mount?: readonly { readonly path: string; readonly app: Application }[];
}

/** Avow over HTTP. `fetch` answers a request without any listening; `listen` opens a port. */
export interface Server extends Application {
  /** Makes and revokes the API keys that open `/v1`. */
  readonly keys: ApiKeys;
  listen(options: ListenOptions): Promise<Listening>;
  /** Lets go of the keys and of the library, without a port ever having been open. */
  close(): Promise<void>;
}

/** What the listener knows of a request, and who it stands for. */
function environmentOf(c: Context): Mounted {
  const caller = c.get('caller');
  return { ...c.env, ...(caller !== undefined && { caller }) };
}

/** The version of the interface, as `/openapi.json` states it. */
const version = '0.1.0';

/**
 * Puts the server together: the one place where its parts meet. Rejects with the vault's faults if the
 * keys cannot be had; the library is then left to the caller.
 */
export async function createServer<V extends Words>(options: ServerOptions<V>): Promise<Server> {
  // What comes in over HTTP is text; the library answers whether the policy has such a word.
  const avow = options.avow as unknown as AnyAvow;
  const issuerOf = issuerBy(options.url);
  const { keys, tokens } = await openDoor(options.keys);
  const app = new Hono();
  const probe = probing((request, environment) => app.fetch(request, environment));
  const own = [limitsMeasure(probe), pagesMeasure(probe)];
  const regions = options.regions ?? {};
  const stop = new AbortController();
  const services: Services = {
    avow,
    keys,
    tokens,
    neighbours: neighboursAt(regions),
    stopping: stop.signal,
    measures: latest(() => avow.measures(own)),
  };
  const telemetry = openTelemetry();
  const mounts = options.mount ?? [];
  const home = mounts.some(({ path }) => path === '/') ? '/' : '/policy';
  const site = siteOf(services, home, options);
  // To write it takes a good part of a start, and few ask for it.
  let described: OpenApi | undefined;
  const document = (): OpenApi => {
    described ??= describe(chapters, version);
    return described;
  };
  const isStopping = () => stop.signal.aborted;

  app.use(requestLog(options.log ?? createLog(), telemetry));
  app.use(securityHeaders);
  app.use(refuseWhile(isStopping));
  app.use(admission(options.limits ?? {}, telemetry));
  app.use(bodiesOutsideV1(BODY_LIMIT, options.bodies));
  app.onError((error, c) => problemOf(error, c.get('requestId')));

  serve(app, routes, services);
  app.route('/', healthRoutes(services, telemetry, isStopping));
  app.route('/log', logRoutes(services));
  app.route('/', oauthRoutes(services, issuerOf));
  app.route('/', pageRoutes(site, parts, document));
  app.all('/v1/*', () => {
    throw new HttpFault('AVOW_ROUTE_UNKNOWN');
  });
  if (home !== '/') app.get('/', (c) => c.redirect(home));
  for (const { path, app: mounted } of mounts) {
    app.mount(path, (request, environment) => mounted.fetch(request, environment), {
      optionHandler: (c) => [environmentOf(c)],
    });
  }

  app.notFound((c) => showNotFound(c, site));

  const fetch: Application['fetch'] = (request, environment) => app.fetch(request, environment);
  const rounds = Object.keys(regions).length > 0 ? roundsOf(avow, regions) : undefined;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= (rounds?.stop() ?? Promise.resolve())
      .then(() => avow.close())
      .finally(() => {
        telemetry.instruments.close();
        keys.close();
      });
    return closed;
  };
  return {
    keys,
    fetch,
    listen: (at) =>
      listen(at, fetch, {
        stopping: () => stop.abort(),
        stopped: close,
      }),
    close,
  };
}
