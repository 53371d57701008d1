import { type RouteName, routes } from '../access.ts';
import type { Operator } from '../options.ts';
import { faultPage } from './fault.ts';
import type { Seen } from './visit.ts';

/** What is done for a route, once it is known that whoever asks may. */
export type Handle = (c: Seen, operator: Operator) => Response | Promise<Response>;

/**
 * Lets only those in whom the table of access names for this route. Who is not known signs in first and comes
 * back; who is known and may not is told for whom it is.
 */
export const only =
  (route: RouteName, handle: Handle) =>
  (c: Seen): Response | Promise<Response> => {
    const { operator, isTurnedAway, place, carried, asked } = c.var.visit;
    if (operator === undefined) {
      if (isTurnedAway) return faultPage(c, 'turnedAway');
      if (place.signIn === undefined) return faultPage(c, 'stranger');
      const { pathname, search } = new URL(asked.request.url);
      const wanted = c.req.method === 'GET' && pathname !== '/' ? `${pathname}${search}` : '';
      return c.redirect(place.signIn(`${place.at}${wanted}`, carried), 303);
    }
    const isAllowed = routes[route].roles.includes(operator.role);
    return isAllowed ? handle(c, operator) : faultPage(c, 'forbidden');
  };
