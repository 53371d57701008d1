import type { CookieGate } from './cookies/gate.ts';
import { gated } from './fetch.ts';

/** What the middleware needs of Hono's context, so that this package does not need Hono. */
interface Context {
  readonly req: { raw: Request };
  res: Response;
}

/** The gate as middleware for Hono: `app.use(honoGate(gate))`, before whatever reads or sets cookies. */
export function honoGate(gate: CookieGate) {
  return async (c: Context, next: () => Promise<void>): Promise<void> => {
    const through = gated(gate, async (request) => {
      c.req.raw = request;
      await next();
      return c.res;
    });
    const answer = await through(c.req.raw);
    if (answer === c.res) return;
    // Assigning a response lets Hono merge headers of the old one, cookies among them: none are kept.
    c.res.headers.delete('set-cookie');
    c.res = answer;
  };
}
