import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { importServer } from '../../src/imports/server.ts';

async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('hands lines and key to the server that was named, whomever it points to', async () => {
  const reached: (string | undefined)[] = [];
  const elsewhere = await listening((request, response) => {
    reached.push(request.url);
    response.end('{}');
  });
  const named = await listening((_, response) =>
    response.writeHead(307, { location: `${elsewhere}/v1/imports` }).end(),
  );
  const server = importServer(named, 'a key');
  const lines = Buffer.from('mei@example.com,boats\n');
  await expect(
    server.rows('an-import', 'text/csv', lines, { from: 1, more: false }),
  ).rejects.toThrow('No server answers');
  expect(reached).toEqual([]);
});
