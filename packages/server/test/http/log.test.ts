import { asPartyId } from 'avow';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/index.ts';
import { routes } from '../../src/v1/routes.ts';
import { askToken, assertionOf, tokenOf } from '../oauth/client.ts';
import { ask, open } from '../open.ts';

/** What a person may be found by, put wherever a request has room for text. */
const seeds = ['Mei Lin Okonkwo', '+86 20 5555 0199', 'mei.lin@example.com', '12 Quay Street'];

describe('the log', () => {
  it('holds no personal value of any request, whatever route it came to and wherever it stood', async () => {
    const { server, log, key } = await open();
    for (const [index, { method, path }] of routes.entries()) {
      const seed = seeds[index % seeds.length] ?? '';
      const written = encodeURIComponent(seed);
      const at = `${path.replaceAll(/\{\w+\}/g, written)}?name=${written}&${written}=1`;
      for (const headers of [{ 'user-agent': seed }, { authorization: `Bearer ${seed}` }]) {
        await ask(server, method.toUpperCase(), at.replace(/\?.*/, ''), {
          key: await key(),
          once: seed,
          headers: { ...headers, 'x-request-id': seed, referer: seed, cookie: `a=${seed}` },
          ...(method !== 'get' && {
            body: { person: seed, [seed]: { [seed]: [seed] }, value: seed },
          }),
        });
      }
      await ask(server, method.toUpperCase(), at, { key: await key() });
    }
    await ask(server, 'GET', `/policy?version=${encodeURIComponent(seeds[0] ?? '')}`);
    await ask(server, 'GET', `/${encodeURIComponent(seeds[0] ?? '')}`);
    expect(log.length).toBeGreaterThan(routes.length * 3);
    const whole = decodeURIComponent(log.map((line) => JSON.stringify(line)).join('\n'));
    for (const part of [...seeds, 'Okonkwo', '5555 0199', 'example', 'Quay']) {
      expect(whole).not.toContain(part);
    }
  });

  it('holds none of a party’s either, nor its token or what it signs', async () => {
    const place = await open();
    const { server, log } = place;
    const { url } = await server.listen({ port: 0 });
    const [party, seed] = [asPartyId('carrier'), 'mei.lin@example.com'];
    const { token, signer } = await tokenOf(place, url, party);
    const signatures = [
      assertionOf(signer, party, url),
      assertionOf(signer, party, url, { sub: seed }),
    ];
    for (const each of [...signatures, seed]) await askToken(url, each, { client_id: seed });
    for (const { method, path, scope } of routes) {
      if (scope !== 'partner') continue;
      const at = path.replaceAll(/\{\w+\}/g, encodeURIComponent(seed));
      for (const body of [
        undefined,
        { receipt: signatures[0] },
        { categories: [seed], [seed]: seed },
      ]) {
        const sent = body === undefined || method === 'get' ? {} : { body };
        await ask(server, method.toUpperCase(), at, { key: token, once: seed, ...sent });
        await ask(server, method.toUpperCase(), `${at}?after=${seed}`, { key: token, ...sent });
      }
    }
    expect(log.length).toBeGreaterThan(30);
    const whole = decodeURIComponent(log.map((line) => JSON.stringify(line)).join('\n'));
    const secrets = [token, token.split('_')[1] ?? token, ...signatures, seed, 'mei.lin'];
    for (const secret of secrets) expect(whole).not.toContain(secret);
  });

  it('names the route by its pattern, and the request by an id of our own', async () => {
    const { server, log, key } = await open();
    const { headers } = await ask(server, 'GET', '/v1/subjects/p_77', { key: await key() });
    expect(log.at(-1)).toEqual({
      request: headers.get('x-request-id'),
      method: 'GET',
      route: '/v1/subjects/:person',
      status: 404,
      ms: expect.any(Number),
      code: 'AVOW_NOT_FOUND',
    });
  });

  it('writes its own fields only, whatever a line carries besides', () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => lines.push(line) });
    const line = { request: 'r', method: 'GET', route: '/x', status: 200, ms: 1 };
    log.info({ ...line, ...{ url: '/x?name=Mei', err: new Error('Mei') } });
    expect(lines.join()).not.toContain('Mei');
    expect(JSON.parse(lines[0] ?? '')).toEqual({ ...line, level: 30, time: expect.any(String) });
  });
});
