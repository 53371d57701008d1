import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { directoryAt, neighboursAt } from '../../src/regions/neighbours.ts';

/** A deployment of another region that answers as it likes; how many bytes of it were taken. */
async function lying(answer: (response: ServerResponse) => void) {
  const server = createServer((_, response) => answer(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const unreached = { code: 'AVOW_REGION_UNREACHED' };

it.each(['null', '7', '"x"', '[]', '{', '', '{}', '{"standing":7}'])(
  'takes %s for no answer',
  async (said) => {
    const url = await lying((response) => response.end(said));
    const neighbour = neighboursAt({ eu: url })('eu')!;
    await expect(neighbour.standing('letter')).rejects.toMatchObject(unreached);
    await expect(directoryAt(url)('letter')).rejects.toMatchObject(unreached);
    // An answer without a key is a no; what is no answer is none.
    const open = neighbour.open('letter').catch(({ code }) => code);
    expect(await open).toBe(/^{./.test(said) ? undefined : unreached.code);
  },
);

it('takes no more of an answer than an answer may hold, and goes nowhere else', async () => {
  const piece = Buffer.alloc(65_536, 0x20);
  let sent = 0;
  const endless = await lying((response) => {
    const more = (): void => {
      if (response.destroyed) return;
      sent += piece.length;
      if (sent > 64e6) response.end();
      else if (response.write(piece)) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  });
  await expect(directoryAt(endless)('letter')).rejects.toMatchObject(unreached);
  expect(sent).toBeLessThan(16e6);
  const elsewhere = await lying((response) => response.writeHead(307, { location: endless }).end());
  await expect(directoryAt(elsewhere)('letter')).rejects.toMatchObject(unreached);
});
