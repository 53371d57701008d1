import { type Role, roles } from './roles.ts';

/** A page, or something that can be done, and the roles that may. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Within the console. */
  readonly path: string;
  readonly roles: readonly Role[];
}

const everyone: readonly Role[] = roles;
/** Those whose work is with what leaves the platform, and whoever looks over their shoulder. */
const overseers: readonly Role[] = ['legal', 'data-protection', 'administrator', 'auditor'];
/** Who may let a party have more than it had. */
const widening: readonly Role[] = ['legal', 'administrator'];
/** Who may take something away from a party: what protects people waits for fewer. */
const narrowing: readonly Role[] = ['legal', 'data-protection', 'administrator'];
/** How a party is reached and answered: a matter between machines. */
const technical: readonly Role[] = ['administrator'];

const reads = (path: string, who: readonly Role[]) =>
  ({ method: 'GET', path, roles: who }) as const;
const does = (path: string, who: readonly Role[]) =>
  ({ method: 'POST', path, roles: who }) as const;

/**
 * Everything that the console answers, and whom. Its application is made from this table and from
 * nothing else, so what has no row here does not exist, and a new row says for whom it is.
 */
export const routes = {
  today: reads('/', everyone),
  parties: reads('/parties', overseers),
  party: reads('/parties/one', overseers),
  engage: reads('/parties/engage', widening),
  engaging: does('/parties/engage', widening),
  end: reads('/parties/end', narrowing),
  ending: does('/parties/end', narrowing),
  suspend: reads('/parties/suspend', narrowing),
  suspending: does('/parties/suspend', narrowing),
  reinstate: reads('/parties/reinstate', widening),
  reinstating: does('/parties/reinstate', widening),
  key: reads('/parties/key', technical),
  addingKey: does('/parties/key', technical),
  revoke: reads('/parties/revoke', narrowing),
  revoking: does('/parties/revoke', narrowing),
  notify: reads('/parties/notify', technical),
  notifying: does('/parties/notify', technical),
  duties: reads('/duties', overseers),
  flows: reads('/flows', overseers),
  drift: reads('/drift', overseers),
  measures: reads('/measures', everyone),
  policy: reads('/policy', everyone),
  log: reads('/log', overseers),
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof routes;

/** Whether a role may; what is not in the row may not. */
export const may = (role: Role, route: RouteName): boolean => routes[route].roles.includes(role);
