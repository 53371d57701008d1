import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { ClientError, createClient, isClientFault } from '../src/index.ts';

type Answering = (response: ServerResponse) => void;

/** A server at its edges, where a real one seldom is: it answers what is said, one after the other. */
async function edges(...answers: readonly Answering[]) {
  const keys: (string | undefined)[] = [];
  const waited: number[] = [];
  const server = createServer((request, response) => {
    const key = request.headers['idempotency-key'];
    keys.push(typeof key === 'string' ? key : undefined);
    (answers[keys.length - 1] ?? well)(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((done) => void server.close(() => done()));
  });
  const avow = createClient({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: 'avk_one_secret',
    wait: async (ms) => void waited.push(ms),
  });
  return { avow, keys, waited };
}

const well: Answering = (response) => response.end('{"person":"p"}');
const cut: Answering = (response) => response.destroy();
const problem =
  (status: number, code: string, headers = {}): Answering =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
    response.end(JSON.stringify({ code, title: 'A title', status, errors: [{ pointer: '/a' }] }));
  };

const act = { person: 'p', purpose: 'account', categories: ['contact.name'] };

it('sends a write again under the same key, where the connection broke', async () => {
  const { avow, keys } = await edges(cut, problem(503, 'AVOW_UNCERTAIN', { 'retry-after': '1' }));
  await avow.subjects.create();
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  await avow.subjects.create({}, { idempotencyKey: 'mine' });
  expect(keys.at(-1)).toBe('mine');
});

it('says what is wrong with a key that no header can hold, and not that nobody answers', async () => {
  const { avow, keys } = await edges();
  for (const idempotencyKey of ['', '订单', 'two\nlines', 'k'.repeat(256)]) {
    const creating = avow.subjects.create({}, { idempotencyKey });
    await expect(creating).rejects.toThrow('idempotencyKey must be');
  }
  expect(keys).toEqual([]);
});

it('sends no act again that may have been decided', async () => {
  const { avow, keys } = await edges(cut);
  await expect(avow.acts.act('use', act)).rejects.toMatchObject({
    code: 'AVOW_CLIENT_UNREACHABLE',
    status: undefined,
    message: expect.stringMatching(/http:\/\/\S+ cannot be reached/),
  });
  expect(keys).toEqual([undefined]);
});

it('sends whatever was not done again, when the server says, and at most twice', async () => {
  const busy = problem(503, 'AVOW_BUSY', { 'retry-after': '2' });
  const limited = problem(429, 'AVOW_RATE_LIMITED', { 'retry-after': '3' });
  const { avow, keys, waited } = await edges(busy, limited, busy);
  await expect(avow.acts.act('use', act)).rejects.toMatchObject({ code: 'AVOW_BUSY', status: 503 });
  expect([keys.length, waited]).toEqual([3, [2000, 3000]]);
});

it('waits no longer than half a minute', async () => {
  const { avow, keys } = await edges(problem(503, 'AVOW_BUSY', { 'retry-after': '31' }));
  await expect(avow.subjects.get('p')).rejects.toBeInstanceOf(ClientError);
  expect(keys).toHaveLength(1);
});

it('passes the server’s codes on, and says where', async () => {
  const { avow } = await edges(problem(422, 'AVOW_INPUT'));
  const fault = await avow.subjects.get('p').catch((each) => each);
  expect(isClientFault(fault, 'AVOW_INPUT')).toBe(true);
  expect(fault.errors).toEqual([{ pointer: '/a' }]);
  expect(fault.message).toBe('AVOW_INPUT: A title: /a');
  expect(fault.cause).toBeUndefined();
});

it('takes nothing for an answer that is none, and follows nobody', async () => {
  const page: Answering = (response) => response.end('<html>');
  const away: Answering = (response) => response.writeHead(302, { location: '/elsewhere' }).end();
  const { avow, keys } = await edges(page, away, away, away);
  await expect(avow.subjects.get('p')).rejects.toMatchObject({ code: 'AVOW_CLIENT_ANSWER' });
  await expect(avow.subjects.get('p')).rejects.toMatchObject({ code: 'AVOW_CLIENT_UNREACHABLE' });
  expect(keys).toHaveLength(4);
});

it('keeps ids where they belong in a path, and sends a key nowhere in clear', async () => {
  const { avow, keys } = await edges();
  await expect(avow.subjects.get('')).rejects.toThrow('person is missing');
  // An address takes these for a way upwards: the key of a party would be one of the interface.
  for (const dots of ['.', '..']) {
    await expect(avow.parties.revokeKey(dots, 'one')).rejects.toThrow('party is no id');
  }
  expect(keys).toEqual([]);
  const key = 'avk_one_secret';
  for (const url of ['http://avow.example', 'https://avow.example/under', 'nowhere']) {
    expect(() => createClient({ url, key })).toThrow('AVOW_CLIENT_OPTIONS');
  }
  expect(() => createClient({ url: 'https://avow.example', key: 'secret' })).toThrow('avk_');
});
