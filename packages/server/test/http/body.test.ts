import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/http/body.ts';

const post = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    duplex: 'half',
  } as RequestInit);

describe('a body', () => {
  it('is read when it is JSON, with or without a charset', async () => {
    expect(await readBody(post('{"a":1}'), 10)).toEqual({ a: 1 });
    expect(
      await readBody(post('[]', { 'content-type': 'Application/JSON; charset=utf-8' }), 10),
    ).toEqual([]);
  });

  it.each([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/jsonp' },
    { 'content-encoding': 'gzip' },
  ])('of another type is refused: %j', async (headers) => {
    await expect(readBody(post('{}', headers), 10)).rejects.toThrow('AVOW_BODY_TYPE');
  });

  it('is refused by the length it states, without being read', async () => {
    const untouched = new ReadableStream(
      {
        pull() {
          throw new Error('it was read');
        },
      },
      { highWaterMark: 0 },
    );
    await expect(readBody(post(untouched, { 'content-length': '11' }), 10)).rejects.toThrow(
      'AVOW_BODY_TOO_LARGE',
    );
  });

  it('is refused at its limit when it states no length, and read no further', async () => {
    let sent = 0;
    const endless = new ReadableStream(
      {
        pull(controller) {
          sent++;
          controller.enqueue(new TextEncoder().encode('[[[['));
        },
      },
      { highWaterMark: 0 },
    );
    await expect(readBody(post(endless), 10)).rejects.toThrow('AVOW_BODY_TOO_LARGE');
    expect(sent).toBe(3);
  });

  it('may be as long as the limit', async () => {
    expect(await readBody(post('"12345678"'), 10)).toBe('12345678');
  });
});
