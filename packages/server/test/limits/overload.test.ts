import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { ask, open } from '../open.ts';

const written = (key: string, isLast: boolean) => {
  const body = '{"country":"CN"}';
  return [
    'POST /v1/subjects HTTP/1.1',
    'Host: x',
    ...(isLast ? ['Connection: close'] : []),
    `Authorization: Bearer ${key}`,
    'Content-Type: application/json',
    `Idempotency-Key: ${randomUUID()}`,
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
};

/** What comes back for requests that are sent in one piece, so that they arrive together. */
async function together(url: string, requests: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
  socket.write(requests.join(''));
  return (await socket.toArray()).join('');
}

it('a queue that is full answers 503 at once, keeps nothing of it, and serves what it took', async () => {
  const place = await open({ queue: 2 });
  const { server, avow, key } = place;
  const { url, stop } = await server.listen({ port: 0 });
  onTestFinished(stop);
  const mine = await key();
  // Keys of a first request are looked up, and the sequencer is at rest, before it is counted.
  await ask(server, 'POST', '/v1/subjects', { key: mine, body: { country: 'CN' } });
  await avow.log.flush();
  const before = await sizeOf(avow);

  const count = 60;
  const told = await together(
    url,
    Array.from({ length: count }, (_, at) => written(mine, at === count - 1)),
  );
  const answers = told.split(/(?=HTTP\/1\.1 \d{3} )/);
  const kept = answers.filter((each) => each.startsWith('HTTP/1.1 201 '));
  const refused = answers.filter((each) => each.startsWith('HTTP/1.1 503 '));
  expect(kept.length + refused.length).toBe(count);
  expect([kept.length > 0, refused.length > 0]).toEqual([true, true]);
  for (const each of refused) {
    expect(each).toMatch(/\r\nretry-after: [1-9]\d*\r\n/i);
    expect(each).toContain('AVOW_BUSY');
  }

  await avow.log.flush();
  expect((await sizeOf(avow)) - before).toBe(kept.length);
  const { status } = await ask(server, 'POST', '/v1/subjects', {
    key: mine,
    body: { country: 'CN' },
  });
  expect(status).toBe(201);
});

/** Entries in the log, by its checkpoint. */
async function sizeOf(avow: Awaited<ReturnType<typeof open>>['avow']): Promise<number> {
  return Number((await avow.log.checkpoint()).split('\n')[1]);
}
