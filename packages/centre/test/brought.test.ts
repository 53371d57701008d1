import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { acme, member, place } from './place.ts';

const document = createHash('sha256').update('opt-in of 2025-11-02').digest('base64url');

describe('what partners brought', () => {
  it('stands there with its source, is removed, stays away, and is let back', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    const value = 'mei@example.com';
    const findBy = ['contact.email'] as const;
    const fields = { 'contact.email': value };
    await avow.collect({ person, purpose: 'account', fields, findBy });
    await avow.subjects.verify({ person, category: 'contact.email', value });
    const { engagement } = await avow.parties.engage({
      ...{ party: acme, as: 'marketingPartner', country: 'CN', means: 'opt-in, on paper' },
      ...{ purposes: ['service.personal'], categories: ['partner.profile'] },
    });
    const bring = async (likes: string) => {
      const { import: id } = await avow.imports.begin({
        ...{ party: acme, engagement, evidence: { document }, format: 'ndjson' },
        ...{ match: 'contact.email', map: { email: 'contact.email', likes: 'partner.profile' } },
      });
      async function* line() {
        yield JSON.stringify({ email: value, likes });
      }
      return (await avow.imports.rows(id, line())).rejected;
    };
    const read = async (path: string) => (await get(path, person)).text();
    expect(await read('/brought')).toContain('No partner told us anything');
    expect(await bring('boats <3')).toEqual({});
    const page = await read('/brought');
    expect(page).toContain('<h2>From Acme</h2>');
    expect(page).toContain('boats &lt;3');
    expect(await read('/')).toContain('href="/mine/brought"');

    const change = (answer: string) =>
      post('/brought', { answer, party: acme, category: 'partner.profile' }, person);
    expect((await change('remove')).headers.get('location')).toBe('/mine/brought');
    await change('remove');
    expect(await bring('trains')).toEqual({ removed: 1 });
    const removed = await read('/brought?lang=zh-CN');
    expect(removed).toContain('您已移除的内容');
    expect(removed).not.toContain('boats');
    await change('allow');
    await change('allow');
    expect(await bring('trains')).toEqual({});
    expect(await read('/brought')).toContain('trains');
    expect((await change('else')).status).toBe(400);
    expect((await get('/brought')).status).toBe(401);
    expect(await read('/history')).toContain('What you removed of what a partner brought');
  });
});
