import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpFault } from '../http/fault.ts';

/**
 * Bounds what is sent to pages, the log and mounted applications, whatever its form and whatever it
 * says of its own length. Routes of `/v1` know better what they take, and read it themselves.
 */
export function bodiesOutsideV1(maxSize: number): MiddlewareHandler {
  const onError = () => {
    throw new HttpFault('AVOW_BODY_TOO_LARGE');
  };
  const bounded = bodyLimit({ maxSize, onError });
  return (c, next) => (c.req.path.startsWith('/v1/') ? next() : bounded(c, next));
}
