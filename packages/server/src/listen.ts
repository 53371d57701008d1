import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** Where to listen, and how long a stop may take. */
export interface ListenOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absent: this machine only. */
  readonly host?: string;
  /** How long `stop` waits for requests in flight before it cuts them off: milliseconds. */
  readonly grace?: number;
}

/** An open port. */
export interface Listening {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly url: string;
  /**
   * Takes no new connection, finishes what is in flight (at most for `grace`), drains the queue of
   * writes and closes the stores. Every write that was answered is kept. Stopping twice is one stop.
   */
  stop(): Promise<void>;
}

interface Hooks {
  /** Called as soon as the stop begins. */
  stopping(): void;
  /** Called when no request is left. */
  stopped(): Promise<void>;
}

/** Opens a port. Rejects when it cannot be had. */
export async function listen(
  { port, host = '127.0.0.1', grace = 10_000 }: ListenOptions,
  fetch: (request: Request, environment?: object) => Response | Promise<Response>,
  hooks: Hooks,
): Promise<Listening> {
  // Without `createServer` the adaptor makes a plain HTTP/1.1 server.
  const server = createAdaptorServer({ fetch }) as HttpServer;
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  let stop: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    stop: () => {
      stop ??= end(server, grace, hooks);
      return stop;
    },
  };
}

async function end(server: HttpServer, grace: number, hooks: Hooks): Promise<void> {
  hooks.stopping();
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(cut);
  await hooks.stopped();
}
