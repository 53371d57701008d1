import type { PersonId } from 'avow';
import type { Market } from '../market.ts';
import type { Asked } from './visit.ts';

type Answer = Response | Promise<Response>;

/** Lets only those in who are logged in; others log in first and come back. */
export const known =
  (handle: (c: Asked, person: PersonId) => Answer) =>
  (c: Asked): Answer => {
    const { person, path, to } = c.var.visit;
    if (person !== undefined) return handle(c, person);
    const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(path)}` : '';
    return c.redirect(to(`/login${back}`), 303);
  };

/** Ends the session. What is rendered for this request afterwards is for nobody. */
export async function endSession(c: Asked, market: Market): Promise<void> {
  const { setCookie } = await market.people.signOut(c.req.header('cookie'));
  c.header('Set-Cookie', setCookie, { append: true });
  const { visit } = c.var;
  c.set('visit', { ...visit, person: undefined, to: (path) => visit.carrying(path) });
}
