import { join } from 'node:path';
import { faultTold } from 'avow';
import { describe, expect, it, onTestFinished } from 'vitest';
import { catalogue } from '../../src/http/catalogue.ts';
import { httpCodes } from '../../src/http/codes.ts';
import { createServer } from '../../src/index.ts';
import { ask, open } from '../open.ts';

async function raw(path: string, init: RequestInit & { key?: string }) {
  const { server, key } = await open();
  const { headers = {}, ...rest } = init;
  const response = await server.fetch(
    new Request(`http://localhost${path}`, {
      ...rest,
      headers: {
        authorization: `Bearer ${await key()}`,
        'content-type': 'application/json',
        'idempotency-key': 'k',
        ...headers,
      },
    }),
  );
  return { response, problem: (await response.json()) as { code: string } };
}

describe('a problem', () => {
  it('says what, why and which, as RFC 9457 writes it', async () => {
    const { response, problem } = await raw('/v1/subjects', {
      method: 'POST',
      body: '{"kind":"cat"}',
    });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toEqual({
      type: '/docs/errors#AVOW_REQUEST_INVALID',
      title: expect.any(String),
      status: 400,
      code: 'AVOW_REQUEST_INVALID',
      detail: expect.any(String),
      instance: `urn:uuid:${response.headers.get('x-request-id')}`,
      errors: [
        {
          in: 'body',
          pointer: '/kind',
          code: 'value',
          detail: 'one of: person, organisation, device',
        },
      ],
    });
  });

  it.each([
    ['no such route', '/v1/nothing', { method: 'GET' }, 404, 'AVOW_ROUTE_UNKNOWN'],
    ['no such page', '/nothing', { method: 'GET' }, 404, 'AVOW_ROUTE_UNKNOWN'],
    ['another method', '/v1/subjects', { method: 'GET' }, 405, 'AVOW_METHOD_UNKNOWN'],
    ['no JSON', '/v1/subjects', { method: 'POST', body: '{' }, 400, 'AVOW_BODY_MALFORMED'],
    ['no body', '/v1/subjects', { method: 'POST' }, 400, 'AVOW_BODY_MALFORMED'],
    ['a list', '/v1/subjects', { method: 'POST', body: '[]' }, 400, 'AVOW_REQUEST_INVALID'],
    [
      'a name twice',
      '/v1/subjects',
      { method: 'POST', body: '{"kind":"person","kind":"device"}' },
      400,
      'AVOW_BODY_DUPLICATE_NAME',
    ],
    [
      'another type',
      '/v1/subjects',
      { method: 'POST', body: 'kind=person', headers: { 'content-type': 'text/plain' } },
      415,
      'AVOW_BODY_TYPE',
    ],
    [
      'too much',
      '/v1/subjects',
      { method: 'POST', body: `{"country":"${'x'.repeat(256 * 1024)}"}` },
      413,
      'AVOW_BODY_TOO_LARGE',
    ],
    [
      'NUL',
      '/v1/subjects',
      { method: 'POST', body: '{"country":"\\u0000"}' },
      400,
      'AVOW_TEXT_UNSOUND',
    ],
    ['NUL in the path', '/v1/subjects/%00', { method: 'GET' }, 400, 'AVOW_TEXT_UNSOUND'],
    [
      'a write without its key',
      '/v1/subjects',
      { method: 'POST', body: '{}', headers: { 'idempotency-key': '' } },
      400,
      'AVOW_IDEMPOTENCY_KEY_MISSING',
    ],
    [
      'an unknown parameter',
      '/v1/subjects/p/history?since=yesterday',
      { method: 'GET' },
      400,
      'AVOW_REQUEST_INVALID',
    ],
  ] as const)('answers %s', async (_, path, init, status, code) => {
    const { response, problem } = await raw(path, init);
    expect([response.status, problem.code]).toEqual([status, code]);
  });

  it('tells what is missing from what is of another type', async () => {
    const { problem } = await raw('/v1/subjects/find', { method: 'POST', body: '{"value":7}' });
    expect(problem).toMatchObject({
      errors: [
        { pointer: '/category', code: 'missing', detail: 'needed: string' },
        { pointer: '/value', code: 'type', detail: 'must be: string' },
      ],
    });
  });

  it('names the methods that a route takes', async () => {
    const { response } = await raw('/v1/subjects/p/agreement', { method: 'PUT', body: '{}' });
    expect(response.headers.get('allow')).toBe('GET, POST, DELETE');
  });
});

describe('a full queue', () => {
  it('is 503 with the time to come back', async () => {
    const { avow, folder, log } = await open();
    const busy = Object.assign(new Error('the queue is full'), {
      code: 'AVOW_BUSY',
      retryAfter: 2.5,
    });
    const subjects = { ...avow.subjects, create: () => Promise.reject(busy) };
    const server = await createServer({
      avow: { ...avow, subjects },
      keys: join(folder, 'other', 'keys.db'),
      log: { info: (line) => log.push(line), error: (line) => log.push(line) },
    });
    onTestFinished(() => server.close());
    const { key } = await server.keys.create({ label: 'test', scopes: ['subjects:write'] });
    const { status, headers, body } = await ask(server, 'POST', '/v1/subjects', { key, body: {} });
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'AVOW_BUSY', '3']);
  });
});

describe('a fault of ours', () => {
  it('tells the caller nothing, and the log where it arose', async () => {
    const { avow, folder, log } = await open();
    const subjects = {
      ...avow.subjects,
      get: () => Promise.reject(new Error('could not open the record of Mei Lin')),
    };
    const server = await createServer({
      avow: { ...avow, subjects },
      keys: join(folder, 'other', 'keys.db'),
      log: { info: (line) => log.push(line), error: (line) => log.push(line) },
    });
    onTestFinished(() => server.close());
    const { key } = await server.keys.create({ label: 'test', scopes: ['subjects:read'] });
    const { status, body } = await ask(server, 'GET', '/v1/subjects/p', { key });
    expect([status, body.code]).toEqual([500, 'AVOW_INTERNAL']);
    const line = log.at(-1);
    expect(line).toMatchObject({ status: 500, code: 'AVOW_INTERNAL' });
    expect(line?.frames?.[0]).toMatch(/problems\.test\.ts/);
    expect(JSON.stringify([body, line])).not.toContain('Mei Lin');
  });
});

describe('a retry', () => {
  it('gets the recorded outcome, says so, and does nothing twice', async () => {
    const { server, key } = await open();
    const client = { key: await key(), body: { country: 'CN' }, once: 'first' };
    const first = await ask(server, 'POST', '/v1/subjects', client);
    const again = await ask(server, 'POST', '/v1/subjects', client);
    expect(again.body).toEqual(first.body);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('with another body is refused; by another caller it is no retry', async () => {
    const { server, key } = await open();
    const client = { key: await key(), body: { country: 'CN' }, once: 'first' };
    const first = await ask(server, 'POST', '/v1/subjects', client);
    const other = await ask(server, 'POST', '/v1/subjects', { ...client, body: { country: 'FR' } });
    expect([other.status, other.body.code]).toEqual([422, 'AVOW_IDEMPOTENCY_MISMATCH']);
    const stranger = await ask(server, 'POST', '/v1/subjects', { ...client, key: await key() });
    expect(stranger.body.person).not.toBe(first.body.person);
  });
});

it('has the status that an application gives it where the library is embedded', () => {
  const statuses = Object.entries(catalogue).flatMap(([code, { status }]) =>
    Object.hasOwn(httpCodes, code) ? [] : [{ code, status }],
  );
  const told = statuses.map(({ code }) => faultTold(Object.assign(new Error(), { code })));
  expect(told).toEqual(statuses);
  expect(faultTold(new Error('of another make'))).toBeUndefined();
});
