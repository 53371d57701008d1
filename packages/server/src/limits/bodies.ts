import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpFault } from '../http/fault.ts';

/** Paths that take longer bodies than others, by how they begin, with bytes at most. */
export type LargerBodies = Readonly<Record<string, number>>;

/**
 * Bounds what is sent to pages, the log and mounted applications, whatever its form and whatever it
 * says of its own length. Routes of `/v1` know better what they take, and read it themselves.
 */
export function bodiesOutsideV1(maxSize: number, larger: LargerBodies = {}): MiddlewareHandler {
  const onError = () => {
    throw new HttpFault('AVOW_BODY_TOO_LARGE');
  };
  const usual = bodyLimit({ maxSize, onError });
  const others = Object.entries(larger).map(
    ([path, most]) => [path, bodyLimit({ maxSize: most, onError })] as const,
  );
  return (c, next) => {
    if (c.req.path.startsWith('/v1/')) return next();
    const [, bounded = usual] = others.find(([path]) => c.req.path.startsWith(path)) ?? [];
    return bounded(c, next);
  };
}
