/** Asks the server itself, as a stranger does. */
export type Probe = (path: string) => Promise<Response>;

/** An address for documentation (RFC 5737): nobody comes from there, so nobody's share is used up. */
const NOBODY = '192.0.2.1';

/** A request that goes through all that a stranger's goes through, without a connection. */
export function probing(
  fetch: (request: Request, environment?: object) => Response | Promise<Response>,
): Probe {
  return async (path) =>
    fetch(new Request(`http://localhost${path}`), {
      incoming: { socket: { remoteAddress: NOBODY } },
    });
}
