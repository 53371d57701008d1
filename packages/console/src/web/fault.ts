import { failed, html, type Markup, none } from '@avow/server/look';
import { codeOf, isSentBefore } from '@avow/server/mounted';
import { isAvowFault, statusOf } from 'avow';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type RouteName, routes } from '../access.ts';
import { MalformedForm } from './form.ts';
import { consolePage } from './frame.ts';
import type { Env, Seen, Visit } from './visit.ts';

export type Fault =
  | 'notFound'
  | 'bad'
  | 'large'
  | 'foreign'
  | 'stranger'
  | 'turnedAway'
  | 'forbidden'
  | 'notAppointed'
  | 'another'
  | 'changed'
  | 'sentBefore'
  | 'busy'
  | 'broken';

const answers = {
  notFound: 404,
  bad: 400,
  large: 413,
  foreign: 403,
  stranger: 401,
  turnedAway: 403,
  forbidden: 403,
  notAppointed: 409,
  another: 409,
  changed: 409,
  sentBefore: 409,
  busy: 503,
  broken: 500,
} as const satisfies Record<Fault, number>;

/** A page that says what went wrong, what that means for the reader, and where to go from here. */
export function faultPage(c: Seen, fault: Fault, code?: string): Response | Promise<Response> {
  const { visit } = c.var;
  const words = visit.words.fault;
  const main = failed({
    language: visit.language,
    title: words[`${fault}Title`],
    said: words[fault],
    more: fault === 'forbidden' || fault === 'another' ? whoMay(c) : none,
    code,
    on: visit.operator && { href: visit.to('today'), label: words.home },
  });
  if (answers[fault] === 503) c.header('Retry-After', '1');
  return c.html(consolePage(visit, words[`${fault}Title`], main), answers[fault]);
}

/** For whom the page is that this reader may not see: so they know whom to ask. */
function whoMay(c: Seen): Markup {
  const { path } = c.var.visit;
  const found = Object.keys(routes).find((name) => {
    const { method, path: own } = routes[name as RouteName];
    return method === c.req.method && own === path;
  }) as RouteName | undefined;
  return found === undefined ? none : forWhom(c.var.visit, found);
}

/** The roles that something is for. */
export function forWhom({ words, language }: Visit, route: RouteName): Markup {
  const listed = new Intl.ListFormat(language, { type: 'disjunction' });
  const names = routes[route].roles.map((role) => words.roles[role]);
  return html`<p>${words.fault.forWhom(listed.format(names))}</p>`;
}

/** What was thrown becomes a page. A fault is told by its code alone: nothing in it is a person's. */
export const onFault: ErrorHandler<Env> = (error, c) => {
  // Thrown before anybody knew who is reading: there is no page to say it on.
  if (c.var.visit === undefined) throw error;
  if (error instanceof MalformedForm || error instanceof HTTPException) return faultPage(c, 'bad');
  if (isSentBefore(error)) return faultPage(c, 'sentBefore');
  const code = codeOf(error) ?? 'CONSOLE_FAULT';
  const fault = byWhom(error) ?? faultOf(code, isAvowFault(error) ? statusOf[error.code] : 500);
  if (fault !== 'broken') return faultPage(c, fault);
  console.error(`console: ${code} in ${c.req.method} ${c.req.routePath}`);
  return faultPage(c, fault, code);
};

/** Nothing is wrong but who does it: they work here no more, or it has to be somebody else. */
function byWhom(error: Error): Fault | undefined {
  if (!isAvowFault(error) || !['by', 'verifiedBy'].includes(error.field ?? '')) return undefined;
  if (error.code === 'AVOW_NOT_FOUND') return 'notAppointed';
  return error.code === 'AVOW_STATE' ? 'another' : undefined;
}

function faultOf(code: string, status: number): Fault {
  if (code === 'AVOW_BUSY' || code === 'AVOW_CONFLICT' || status === 503) return 'busy';
  if (status === 409) return 'changed';
  // Whoever was erased meanwhile is as one who was never here.
  if (status === 404 || code === 'AVOW_ERASED') return 'notFound';
  return status < 500 ? 'bad' : 'broken';
}
