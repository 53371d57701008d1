import { join } from 'node:path';
import { VaultError } from '@avow/vault';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createServer } from '../../src/index.ts';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

async function openWithPerson() {
  const place = await open();
  await publishDocuments(place);
  return { ...place, person: await register(place) };
}

describe('/v1/acts/{action}', () => {
  it('answers a permission with values, sentence, duties, entry and promise', async () => {
    const { server, key, avow, person } = await openWithPerson();
    const { status, body, headers } = await ask(server, 'POST', '/v1/acts/use?lang=zh-CN', {
      key: await key('acts'),
      body: { person, purpose: 'account', categories: ['contact.name', 'contact.phone'] },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      permitted: true,
      sentence: '2.c.1',
      language: 'zh-CN',
      duties: [],
      value: { values: { 'contact.name': 'Mei', 'contact.phone': '+86 20 5555 0100' } },
    });
    expect(body.text).toContain('我们使用您的注册信息');
    expect(body.promise).toContain(avow.log.origin);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers without a promise where the store fails once the decision is kept', async () => {
    const { avow, folder, person } = await openWithPerson();
    const promise = () => Promise.reject(new VaultError('AVOW_STORE', 'nothing was kept'));
    const server = await createServer({
      avow: { ...avow, promise },
      keys: join(folder, 'other', 'keys.db'),
      log: { info: () => undefined, error: () => undefined },
    });
    onTestFinished(() => server.close());
    const { key } = await server.keys.create({ label: 'test', scopes: ['acts'] });
    const { status, body } = await ask(server, 'POST', '/v1/acts/use', {
      key,
      body: { person, purpose: 'account', categories: ['contact.name'] },
    });
    expect([status, body.permitted, body.promise]).toEqual([200, true, null]);
    expect(await avow.receipt(body.entry)).toBeDefined();
  });

  it('answers a refusal with 200 as well: it is an outcome, with its sentence and its record', async () => {
    const { server, key, avow, person } = await openWithPerson();
    const { status, body } = await ask(server, 'POST', '/v1/acts/sell/sealed', {
      key: await key('acts'),
      body: {
        person,
        purpose: 'marketing.partner',
        categories: ['contact.phone'],
        to: { party: 'data-broker' },
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ permitted: false, by: 'prohibition', category: 'contact.phone' });
    expect(body.sentence).toMatch(/^2\.a\./);
    expect(JSON.stringify(body)).not.toContain('5555');
    await avow.log.flush();
    const tally = (await avow.tallies()).find(({ sentence }) => sentence === body.sentence);
    expect(tally?.refused).toBe(1);
  });

  it('hands nothing to a party: that is done sealed', async () => {
    const { server, key, person } = await openWithPerson();
    const about = { purpose: 'marketing.partner', categories: ['contact.phone'] };
    for (const action of ['provide', 'sell', 'lease', 'share', 'trade', 'disclose', 'open']) {
      const { status, body } = await ask(server, 'POST', `/v1/acts/${action}`, {
        key: await key('acts'),
        body: { person, ...about, to: { party: 'data-broker' } },
      });
      expect([status, body.code], action).toEqual([422, 'AVOW_INPUT']);
    }
  });

  it('refuses what the policy has no word for, naming its dimension and not what came in', async () => {
    const { server, key, person } = await openWithPerson();
    for (const [action, change] of [
      ['peep', {}],
      ['use', { purpose: 'curiosity' }],
      ['use', { categories: ['contact.fone'] }],
      ['use', { categories: ['contact'] }],
    ] as const) {
      const { status, body } = await ask(server, 'POST', `/v1/acts/${action}`, {
        key: await key(),
        body: { person, purpose: 'account', categories: ['contact.name'], ...change },
      });
      expect([status, body.code]).toEqual([422, 'AVOW_UNKNOWN_WORD']);
    }
  });

  it('takes no fact from the caller: a field that asserts one is unknown', async () => {
    const { server, key, person } = await openWithPerson();
    const { status, body } = await ask(server, 'POST', '/v1/acts/use', {
      key: await key(),
      body: { person, purpose: 'account', categories: ['contact.name'], accepted: true },
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { in: 'body', pointer: '/accepted', code: 'unknown', detail: 'there is no such field' },
    ]);
  });

  it('previews without a record and without a value', async () => {
    const { server, key, avow, person } = await openWithPerson();
    await avow.log.flush();
    const before = await avow.tallies();
    const { body } = await ask(server, 'POST', '/v1/acts/use/preview', {
      key: await key('acts'),
      body: { person, purpose: 'account', categories: ['contact.name'] },
    });
    expect(body).toEqual({ permitted: true, sentence: '2.c.1', recipient: 'platform' });
    await avow.log.flush();
    expect(await avow.tallies()).toEqual(before);
  });
});

describe('/v1/subjects/{person}/fields', () => {
  it('keeps all or nothing: an unknown category is refused by name', async () => {
    const { server, key, person } = await openWithPerson();
    const kept = await ask(server, 'POST', `/v1/subjects/${person}/fields`, {
      key: await key('acts'),
      body: { purpose: 'account', fields: { 'contact.email': 'mei@example.com', shoe: '38' } },
    });
    expect([kept.status, kept.body.code]).toEqual([422, 'AVOW_UNKNOWN_WORD']);
    const exported = await ask(server, 'POST', `/v1/subjects/${person}/export`, {
      key: await key(),
    });
    const held = exported.body.value.held.map((each: { category: string }) => each.category);
    expect(held.sort()).toEqual(['contact.name', 'contact.phone']);
  });

  it('corrects, and exports what is held with its source and its end', async () => {
    const { server, key, person } = await openWithPerson();
    const corrected = await ask(server, 'PATCH', `/v1/subjects/${person}/fields`, {
      key: await key('acts'),
      body: { fields: { 'contact.name': 'Mei Lin' } },
    });
    expect(corrected.body).toMatchObject({
      permitted: true,
      value: { categories: ['contact.name'] },
    });
    const exported = await ask(server, 'POST', `/v1/subjects/${person}/export`, {
      key: await key('acts'),
    });
    const name = exported.body.value.held.find(
      (each: { category: string }) => each.category === 'contact.name',
    );
    expect(name).toMatchObject({ value: 'Mei Lin', source: 'person' });
  });
});
