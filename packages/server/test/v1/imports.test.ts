import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ask, open, type Place } from '../open.ts';

const document = createHash('sha256').update('opt-in of 2025-11-02').digest('base64url');
const category = 'contact.email';

/** A partner, people with verified addresses, and an import of theirs that has begun. */
async function begun(place: Place, count: number) {
  const { avow, server, key } = place;
  for (let at = 0; at < count; at++) {
    const { person } = await avow.subjects.create({ country: 'CN' });
    await avow.agreement.accept({ person, language: 'en' });
    const value = `p${at}@example.com`;
    const fields = { [category]: value };
    await avow.collect({ person, purpose: 'account', fields, findBy: [category] });
    await avow.subjects.verify({ person, category, value });
  }
  const { body } = await ask(server, 'POST', '/v1/parties/panel/engagements', {
    key: await key('evidence:write'),
    body: {
      as: 'marketingPartner',
      purposes: ['service.personal'],
      categories: ['partner.profile'],
      country: 'CN',
      means: 'opt-in',
    },
  });
  return ask(server, 'POST', '/v1/imports', {
    key: await key('imports'),
    body: {
      party: 'panel',
      engagement: body.engagement,
      evidence: { document },
      format: 'csv',
      match: category,
      map: { email: category, likes: 'partner.profile' },
    },
  });
}

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `p${from + at}@example.com,boats\n`).join('');

describe('/v1/imports', () => {
  it('begins one, takes its lines, tells how far it came and what was rejected', async () => {
    const place = await open();
    const { server, key } = place;
    const { status, body } = await begun(place, 3);
    expect([status, body.state, body.next]).toEqual([201, 'open', 1]);
    const path = `/v1/imports/${body.import}`;
    const put = async (sent: string, type: string, more = '', ...scopes: ['acts'] | []) => {
      const response = await server.fetch(
        new Request(`http://localhost${path}/rows${more}`, {
          method: 'PUT',
          body: sent,
          headers: {
            'content-type': type,
            authorization: `Bearer ${await key(...(scopes.length > 0 ? scopes : ['imports' as const]))}`,
          },
        }),
      );
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    expect(await put('x', 'text/csv', '', 'acts')).toMatchObject({
      status: 403,
      body: { code: 'AVOW_SCOPE_MISSING', scope: 'imports' },
    });
    expect(await put('{}', 'application/x-ndjson')).toMatchObject({
      status: 415,
      body: { code: 'AVOW_BODY_TYPE' },
    });
    const first = await put(`email,likes\n${rows(0, 2)}`, 'text/csv; charset=utf-8', '?more=true');
    expect(first).toMatchObject({ status: 200, body: { state: 'open', next: 4, kept: 2 } });
    const last = await put(`${rows(2, 4)}"broken\n`, 'text/csv', '?from=4');
    const counts = { kept: 3, rejected: { unmatched: 1, malformed: 1 } };
    expect(last.body).toMatchObject({ state: 'done', next: 7, ...counts });
    const reading = { key: await key('imports') };
    expect((await ask(server, 'GET', path, reading)).body).toEqual(last.body);
    const listed = await ask(server, 'GET', '/v1/parties/panel/imports', reading);
    expect(listed.body.imports).toEqual([last.body]);
    const told = await ask(server, 'GET', `${path}/rejects?after=5`, reading);
    expect(told.body).toEqual({ rejects: [{ line: 6, code: 'malformed' }], next: null });
    const none = await ask(server, 'GET', '/v1/imports/none/rejects', reading);
    expect([none.status, none.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
    const over = await ask(server, 'DELETE', path, reading);
    expect([over.status, over.body.code]).toEqual([409, 'AVOW_STATE']);
  });

  it('a connection that breaks off in the middle of a line loses no line, and the server stops at a step', async () => {
    const place = await open();
    const { server, key, avow, log } = place;
    const { body } = await begun(place, 1);
    const path = `/v1/imports/${body.import}/rows`;
    const authorization = `Bearer ${await key('imports')}`;
    const listening = await server.listen({ port: 0 });
    const sending = (query = '') => {
      const headers = { authorization, 'content-type': 'text/csv' };
      return request(`${listening.url}${path}${query}`, { method: 'PUT', headers });
    };
    const next = async () => (await avow.imports.get(body.import))!.next;
    const reach = async (line: number) => {
      while ((await next()) < line) await new Promise(setImmediate);
    };

    const broken = sending();
    broken.on('error', () => undefined);
    broken.write(`email,likes\n${rows(0, 150)}p0@exam`);
    await reach(102);
    broken.destroy();
    while (!log.some(({ code }) => code === 'AVOW_BODY_CUT_OFF')) await new Promise(setImmediate);
    expect(await next()).toBe(102);

    const resumed = sending('?from=102');
    resumed.write(rows(100, 200));
    await reach(202);
    const stopping = listening.stop();
    resumed.write(rows(200, 300));
    const [response] = await once(resumed, 'response');
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece);
    const told = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    resumed.destroy();
    await stopping;
    expect(told).toMatchObject({ state: 'open', kept: 1 });
    expect([202, 302]).toContain(told.next);
    expect(told.rejected).toEqual({ unmatched: told.next - 3 });
  });
});
