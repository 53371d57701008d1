import { textOf, visitedIn } from './fetch.ts';
import type { VisitWatch } from './watch.ts';

/** What the middleware needs of Hono's context, so that this package does not need Hono. */
interface Context {
  readonly req: { readonly raw: Request };
  readonly env: unknown;
  readonly res: Response;
}

/** Notes visits as middleware for Hono: `app.use(honoVisits(watch))`. */
export function honoVisits(watch: VisitWatch) {
  return async (c: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const { raw } = c.req;
    const seen = visitedIn(raw, c.env);
    if (watch.isReport(seen)) {
      const status = await watch.report(seen, (most) => textOf(raw, most));
      return new Response(null, { status });
    }
    await next();
    const type = c.res.headers.get('content-type') ?? '';
    watch.answered(seen, { status: c.res.status, type });
    return undefined;
  };
}
