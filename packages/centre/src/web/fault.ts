import { failed } from '@avow/server/look';
import { codeOf, isSentBefore } from '@avow/server/mounted';
import { isAvowFault, statusOf } from 'avow';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { MalformedForm } from './form.ts';
import { framed } from './frame.ts';
import type { Env, Seen } from './visit.ts';

type Fault =
  | 'notFound'
  | 'bad'
  | 'foreign'
  | 'stranger'
  | 'turnedAway'
  | 'gone'
  | 'sentBefore'
  | 'often'
  | 'busy'
  | 'unfinished'
  | 'broken';

const answers = {
  notFound: 404,
  bad: 400,
  foreign: 403,
  stranger: 401,
  turnedAway: 403,
  gone: 410,
  sentBefore: 409,
  often: 429,
  busy: 503,
  unfinished: 503,
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
    code,
    on: visit.reader && { href: visit.to('/'), label: words.home },
  });
  if (answers[fault] === 503) c.header('Retry-After', '1');
  return c.html(framed(visit, words[`${fault}Title`], main), answers[fault]);
}

/** Whoever is not known, and cannot be sent anywhere to sign in. */
export const stranger = (c: Seen) =>
  faultPage(c, c.var.visit.isTurnedAway ? 'turnedAway' : 'stranger');

/** What was thrown becomes a page. A fault is told by its code alone: nothing in it is a person's. */
export const onFault: ErrorHandler<Env> = (error, c) => {
  // Thrown before anybody knew who is reading: there is no page to say it on.
  if (c.var.visit === undefined) throw error;
  if (error instanceof MalformedForm || error instanceof HTTPException) return faultPage(c, 'bad');
  if (isSentBefore(error)) return faultPage(c, 'sentBefore');
  const code = codeOf(error) ?? 'CENTRE_FAULT';
  const fault = faultOf(code, isAvowFault(error) ? statusOf[error.code] : 500);
  if (fault !== 'broken') return faultPage(c, fault);
  console.error(`privacy centre: ${code} in ${c.req.method} ${c.req.routePath}`);
  return faultPage(c, fault, code);
};

function faultOf(code: string, status: number): Fault {
  if (code === 'AVOW_ERASED') return 'gone';
  if (code === 'AVOW_UNFINISHED') return 'unfinished';
  if (code === 'AVOW_BUSY' || status === 503) return 'busy';
  if (status === 404) return 'notFound';
  return status < 500 ? 'bad' : 'broken';
}
