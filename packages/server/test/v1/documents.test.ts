import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';

const body = {
  kind: 'site-rules',
  version: '2026-11',
  texts: { en: 'No counterfeits.', 'zh-CN': '禁止售假。' },
};

describe('/v1/documents', () => {
  it('publishes a document that anyone may read, in every language', async () => {
    const { server, key } = await open();
    const published = await ask(server, 'POST', '/v1/documents', { key: await key('admin'), body });
    expect(published.status).toBe(201);
    const read = await ask(server, 'GET', '/v1/documents/site-rules');
    expect(read.body).toMatchObject({ version: '2026-11', texts: body.texts });
    expect(read.body.digests).toEqual(published.body.digests);
  });

  it('answers 404 before one is published, and 400 for a kind that there is not', async () => {
    const { server } = await open();
    expect((await ask(server, 'GET', '/v1/documents/service-agreement')).status).toBe(404);
    const { status, body: problem } = await ask(server, 'GET', '/v1/documents/poem');
    expect(status).toBe(400);
    expect(problem.errors).toEqual([
      {
        in: 'path',
        pointer: '/kind',
        code: 'value',
        detail: 'one of: service-agreement, site-rules',
      },
    ]);
  });
});
