import { parseEntriesPath, parseTilePath } from '@avow/ledger';
import { Hono } from 'hono';
import { authorise } from '../http/authorise.ts';
import { HttpFault } from '../http/fault.ts';
import type { Services } from '../services.ts';

/** Full tiles never change; a partial one and a checkpoint are overtaken by the next second. */
const forEver = 'public, max-age=31536000, immutable';

/**
 * The log as C2SP tlog-tiles publishes one, below `/log`: `checkpoint`, `tile/<L>/<N>[.p/<W>]` for
 * anyone, and the bundles of entries `tile/entries/<N>[.p/<W>]` for auditors, since an entry's masks
 * say more of a decision than its hash.
 */
export function logRoutes({ avow, keys }: Services): Hono {
  const app = new Hono();

  app.get('/checkpoint', async (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.text(await avow.log.checkpoint());
  });

  app.get('/key', (c) => c.text(`${avow.log.vkey}\n`));

  app.get('/tile/entries/*', async (c) => {
    await authorise(c, 'audit:read', keys);
    const at = parsed(() => parseEntriesPath(tilePathOf(c.req.path)));
    return octets(await avow.log.entries(at), 'private, no-store');
  });

  app.get('/tile/*', async (c) => {
    const at = parsed(() => parseTilePath(tilePathOf(c.req.path)));
    return octets(await avow.log.tile(at), forEver);
  });

  return app;
}

const tilePathOf = (path: string) => path.slice(path.indexOf('tile/'));

/** A path that names no tile is a path to nothing. */
function parsed<Place>(parse: () => Place): Place {
  try {
    return parse();
  } catch {
    throw new HttpFault('AVOW_ROUTE_UNKNOWN');
  }
}

function octets(bytes: Uint8Array | undefined, cache: string): Response {
  if (!bytes) throw new HttpFault('AVOW_NOT_FOUND');
  // A Uint8Array over a shared buffer is no body: the copy is over one of its own.
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/octet-stream', 'cache-control': cache },
  });
}
