import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Server, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The port at which a test file asks for the run's PostgreSQL server. */
    readonly postgres: number;
  }
}

/**
 * One PostgreSQL server for a whole run of tests, started when a file first asks for it. A file
 * asks by connecting to a port and is told the server's connection string; see database.ts.
 */
export default async function onDemand(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<Server> | undefined;
  const desk = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    server ??= startServer();
    server.then(
      ({ url }) => socket.end(url('postgres')),
      (problem) => socket.destroy(problem),
    );
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  project.provide('postgres', (desk.address() as AddressInfo).port);
  return async () => {
    desk.close();
    await (await server)?.remove();
  };
}
