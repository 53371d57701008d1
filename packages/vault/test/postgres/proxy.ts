import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** A way to the server that can be cut at the worst moment. */
export interface Proxy {
  /** The connection string that leads through here. */
  readonly url: string;
  /**
   * Cuts the next connection that sends COMMIT: before the server gets it, or when it has answered.
   */
  cutNextCommit(how: 'not kept' | 'kept'): void;
  /** Cuts every connection. */
  cut(): void;
  close(): Promise<void>;
}

// https://www.postgresql.org/docs/current/protocol-message-formats.html: type, length, text, NUL.
const COMMIT = Buffer.from('Q\0\0\0\x0bCOMMIT\0', 'latin1');
const COMMITTED = Buffer.from('C\0\0\0\x0bCOMMIT\0', 'latin1');

export async function openProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let armed: 'not kept' | 'kept' | undefined;

  const server = createServer((client) => {
    const upstream = createConnection(Number(port), hostname);
    const both = [client, upstream];
    let isCutting = false;
    const cut = (): void => both.forEach((socket) => void socket.destroy());
    for (const socket of both) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (chunk: Buffer) => {
      const how = chunk.includes(COMMIT) ? armed : undefined;
      if (how !== undefined) armed = undefined;
      if (how === 'not kept') return cut();
      isCutting ||= how === 'kept';
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (!isCutting) client.write(chunk);
      else if (chunk.includes(COMMITTED)) cut();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cutNextCommit(how) {
      armed = how;
    },
    cut,
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
