import type { PersonId } from 'avow';
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
