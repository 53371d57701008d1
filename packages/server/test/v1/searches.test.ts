import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';

describe('/v1/searches', () => {
  it('keeps a word and nothing else', async () => {
    const place = await open();
    const key = await place.key('searches');
    const post = (body: object) => ask(place.server, 'POST', '/v1/searches', { key, body });
    expect((await post({ keyword: 'teapot' })).body).toEqual({ kept: true, because: null });
    expect((await post({ keyword: '138 1234 5678' })).body).toEqual({
      kept: false,
      because: 'phone',
    });
    for (const name of ['person', 'device', 'ip', 'time']) {
      const { status, body } = await post({ keyword: 'teapot', [name]: 'x' });
      expect([status, body.errors[0].pointer]).toEqual([400, `/${name}`]);
    }
    for (const [keyword, status] of [
      ['', 400],
      [7, 400],
      ['x'.repeat(81), 422],
    ]) {
      expect((await post({ keyword })).status).toBe(status);
    }
  });

  it('tells nothing of today, and nothing rare', async () => {
    const place = await open();
    const key = await place.key('searches');
    for (let time = 0; time < 12; time += 1) {
      await ask(place.server, 'POST', '/v1/searches', { key, body: { keyword: 'teapot' } });
    }
    const get = (query = '') => ask(place.server, 'GET', `/v1/searches${query}`, { key });
    expect((await get()).body).toEqual({ searches: [] });
    expect((await get('?least=10&limit=100')).body).toEqual({ searches: [] });
    for (const query of ['?least=9', '?limit=0', '?limit=x', '?person=p1']) {
      expect((await get(query)).status, query).toBe(400);
    }
  });
});
