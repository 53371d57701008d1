import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

describe('/v1/subjects', () => {
  it('creates a subject and finds it again', async () => {
    const { server, key } = await open();
    const made = await ask(server, 'POST', '/v1/subjects', {
      key: await key('subjects:write'),
      body: { kind: 'organisation', country: 'CN' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ kind: 'organisation', state: 'active', country: 'CN' });
    const found = await ask(server, 'GET', `/v1/subjects/${made.body.person}`, {
      key: await key('subjects:read'),
    });
    expect(found.status).toBe(200);
    expect(found.body).toEqual(made.body);
  });

  it('answers 404 for one that is not there', async () => {
    const { server, key } = await open();
    const found = await ask(server, 'GET', '/v1/subjects/nobody', { key: await key() });
    expect([found.status, found.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
  });

  it('finds a person by a value that travels in the body', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const person = await register(place);
    await ask(server, 'POST', `/v1/subjects/${person}/fields`, {
      key: await key(),
      body: {
        purpose: 'account',
        fields: { 'registration.username': 'mei' },
        findBy: ['registration.username'],
      },
    });
    const find = async (value: string) =>
      ask(server, 'POST', '/v1/subjects/find', {
        key: await key('subjects:read'),
        body: { category: 'registration.username', value },
      });
    expect((await find('mei')).body).toEqual({ person });
    expect((await find('nobody')).body).toEqual({ person: null });
  });

  it('suspends at once, and reinstates', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const person = await register(place);
    const use = async () =>
      ask(server, 'POST', '/v1/acts/use', {
        key: await key('acts'),
        body: { person, purpose: 'account', categories: ['contact.name'] },
      });
    expect((await use()).body.permitted).toBe(true);
    const suspended = await ask(server, 'PUT', `/v1/subjects/${person}/suspension`, {
      key: await key(),
    });
    expect(suspended.body.entry).toEqual(expect.any(String));
    expect((await use()).body).toMatchObject({ permitted: false, by: 'state' });
    await ask(server, 'DELETE', `/v1/subjects/${person}/suspension`, { key: await key() });
    expect((await use()).body.permitted).toBe(true);
  });
});
