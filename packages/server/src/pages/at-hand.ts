import type { Context } from 'hono';

/** Whether the asker has this very state already. What was compressed on its way has a weak tag (RFC 9110 §8.8.1). */
export const isAtHand = (c: Context, etag: string): boolean =>
  c.req.header('if-none-match')?.replace(/^W\//, '') === etag;
