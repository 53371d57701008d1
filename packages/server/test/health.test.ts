import { describe, expect, it } from 'vitest';
import { ask, open } from './open.ts';
import { publishDocuments, register } from './people.ts';

describe('/health and /ready', () => {
  it('tell that it lives, and that it may be sent work', async () => {
    const { server } = await open();
    expect((await ask(server, 'GET', '/health')).body).toEqual({ alive: true });
    const { status, body } = await ask(server, 'GET', '/ready');
    expect(status).toBe(200);
    expect(body).toEqual({
      ready: true,
      stores: true,
      sequencer: true,
      anchor: true,
      stopping: false,
    });
  });

  it('is not ready once the library is closed', async () => {
    const { server, avow } = await open();
    await avow.close();
    const { status, body } = await ask(server, 'GET', '/ready');
    expect([status, body.ready]).toEqual([503, false]);
  });
});

describe('/metrics', () => {
  it('counts answers by pattern and decisions by sentence, and names nobody', async () => {
    const place = await open();
    const { server, key, avow } = place;
    await publishDocuments(place);
    const person = await register(place);
    await ask(server, 'GET', `/v1/subjects/${person}`, { key: await key() });
    await avow.log.flush();
    const { body, headers } = await ask(server, 'GET', '/metrics');
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(body).toContain(
      'http_server_request_duration_seconds_count{http_request_method="GET",url_scheme="http",http_route="/v1/subjects/:person",http_response_status_code="200"} 1',
    );
    expect(body).toMatch(
      /avow_decisions_total\{avow_sentence="1\.a\.1",avow_outcome="permitted"\} \d/,
    );
    for (const secret of [person, 'Mei', '20 5555']) expect(body).not.toContain(secret);
  });

  it('is the text format: every line a comment or a sample', async () => {
    const { server } = await open();
    const { body } = await ask(server, 'GET', '/metrics');
    for (const line of body.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.e+-]+)$/,
      );
    }
  });
});
