import { failed } from '@avow/server/look';
import { isAvowFault, statusOf } from 'avow';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { codeOf } from '../shop/code.ts';
import { MalformedForm } from './form.ts';
import { marketPage } from './page.ts';
import type { Asked, Env } from './visit.ts';

type Fault = 'notFound' | 'bad' | 'foreign' | 'gone' | 'sentBefore' | 'often' | 'busy' | 'broken';

const answers = {
  notFound: 404,
  bad: 400,
  foreign: 403,
  gone: 410,
  sentBefore: 409,
  often: 429,
  busy: 503,
  broken: 500,
} as const satisfies Record<Fault, number>;

/** A page that says what went wrong, what that means for the reader, and where to go from here. */
export function faultPage(c: Asked, fault: Fault, code?: string): Response | Promise<Response> {
  const { visit } = c.var;
  const words = visit.words.fault;
  const main = failed({
    language: visit.language,
    title: words[`${fault}Title`],
    said: words[fault],
    code,
    on: { href: visit.to('/'), label: words.home },
  });
  if (fault === 'busy') c.header('Retry-After', '1');
  return c.html(marketPage(visit, words[`${fault}Title`], main), answers[fault]);
}

/** What was thrown becomes a page. A fault is told by its code alone: nothing in it is a person's. */
export const onFault: ErrorHandler<Env> = (error, c) => {
  if (error instanceof MalformedForm || error instanceof HTTPException) return faultPage(c, 'bad');
  const code = codeOf(error) ?? 'MARKET_FAULT';
  const fault = faultOf(code, isAvowFault(error) ? statusOf[error.code] : 500);
  if (fault !== 'broken') return faultPage(c, fault);
  console.error(`market: ${code} in ${c.req.method} ${c.req.routePath}`);
  return faultPage(c, fault, code);
};

function faultOf(code: string, status: number): Fault {
  if (code === 'AVOW_ERASED') return 'gone';
  // Somebody went back, wrote something else into a form and sent it again.
  if (code === 'AVOW_IDEMPOTENCY_MISMATCH') return 'sentBefore';
  if (code === 'AVOW_BUSY' || status === 503) return 'busy';
  if (status === 404) return 'notFound';
  return status < 500 ? 'bad' : 'broken';
}
