import type { MiddlewareHandler } from 'hono';
import { HttpFault } from './fault.ts';

/**
 * While the server stops, work on `/v1` is refused before it begins, and every answer closes its
 * connection: an open one would be kept for the next request, and the stop would wait for it.
 */
export function refuseWhile(stopping: () => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (stopping() && c.req.path.startsWith('/v1/')) {
      throw new HttpFault('AVOW_STOPPING', {
        headers: { 'retry-after': '1', connection: 'close' },
      });
    }
    await next();
    if (stopping()) c.header('connection', 'close');
  };
}
