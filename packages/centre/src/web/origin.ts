import { isFromHere } from '@avow/server/mounted';
import type { MiddlewareHandler } from 'hono';
import { faultPage } from './fault.ts';
import type { Centre, Env } from './visit.ts';

/** Refuses a form that another site sent. */
export const sameOrigin =
  ({ origin }: Centre): MiddlewareHandler<Env> =>
  async (c, next) =>
    isFromHere(c.req, origin) ? next() : faultPage(c, 'foreign');
