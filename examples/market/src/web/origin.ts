import { isFromHere } from '@avow/accounts/pages';
import type { MiddlewareHandler } from 'hono';
import { faultPage } from './fault.ts';
import type { Env } from './visit.ts';

/** Refuses a form that another site sent, whatever cookie came along with it. */
export const sameOrigin: MiddlewareHandler<Env> = async (c, next) =>
  isFromHere(c.req.raw) ? next() : faultPage(c, 'foreign');
