import type { Market } from '../market.ts';
import type { Asked } from '../web/visit.ts';

/** A picture of a seller's own, as everybody sees it. It never changes, and goes with its seller. */
export const photo = (market: Market) => (c: Asked) => {
  const found = market.photos.get(c.req.param('id') ?? '');
  if (found === undefined) return c.body(null, 404);
  return c.body(new Uint8Array(found.bytes), 200, {
    'Content-Type': found.type,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=300',
  });
};
