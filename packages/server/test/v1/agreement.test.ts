import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

describe('/v1/subjects/{person}/agreement', () => {
  it('records that a person declined, and nothing can be collected', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const { person } = (await ask(server, 'POST', '/v1/subjects', { key: await key(), body: {} }))
      .body;
    const path = `/v1/subjects/${person}/agreement`;
    const state = async () => ask(server, 'GET', path, { key: await key('evidence:read') });
    expect((await state()).body).toEqual({ state: 'never-asked' });
    const declined = await ask(server, 'POST', path, {
      key: await key('evidence:write'),
      body: { answer: 'decline', language: 'zh-CN' },
    });
    expect([declined.status, declined.body.state]).toEqual([201, 'declined']);
    expect((await state()).body).toEqual({ state: 'declined' });
    const kept = await ask(server, 'POST', `/v1/subjects/${person}/fields`, {
      key: await key('acts'),
      body: { purpose: 'account', fields: { 'contact.name': 'Mei' } },
    });
    expect([kept.status, kept.body.permitted]).toEqual([200, false]);
  });

  it('binds the texts that were shown, in the language shown', async () => {
    const place = await open();
    await publishDocuments(place);
    const { server, key } = place;
    const { person } = (await ask(server, 'POST', '/v1/subjects', { key: await key(), body: {} }))
      .body;
    const accepted = await ask(server, 'POST', `/v1/subjects/${person}/agreement`, {
      key: await key(),
      body: { answer: 'accept', language: 'zh-CN' },
    });
    const rules = (await ask(server, 'GET', '/v1/documents/site-rules')).body;
    const [version] = (await ask(server, 'GET', '/v1/policy/versions')).body.versions;
    expect(accepted.body.bound).toMatchObject({
      policy: version.digest,
      language: 'zh-CN',
      texts: { policy: version.texts['zh-CN'], 'site-rules': rules.digests['zh-CN'] },
    });
  });

  it('is ended, and the account with it', async () => {
    const place = await open();
    await publishDocuments(place);
    const { server, key } = place;
    const person = await register(place);
    const ended = await ask(server, 'DELETE', `/v1/subjects/${person}/agreement`, {
      key: await key(),
    });
    expect([ended.status, ended.body.state]).toEqual([200, 'terminated']);
    const used = await ask(server, 'POST', '/v1/acts/use', {
      key: await key(),
      body: { person, purpose: 'account', categories: ['contact.name'] },
    });
    expect(used.body.permitted).toBe(false);
  });
});
