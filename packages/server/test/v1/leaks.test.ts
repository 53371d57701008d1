import { expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { operator, publishDocuments, register } from '../people.ts';

it('6.b: a leak is reported signed out and by its owner, looked into, contained and closed', async () => {
  const place = await open();
  await publishDocuments(place);
  const person = await register(place, { 'contact.name': 'Mei', 'contact.phone': '+86 139' });
  const key = await place.key('leaks');
  const by = await operator(place);
  const send = (method: string, path: string, body?: object) =>
    ask(place.server, method, path, { key, ...(body && { body }) });
  const happened = new Date().toISOString();
  const what = { values: { 'contact.phone': '+86 139' }, happened, text: 'They rang me.' };
  const account = { category: 'contact.phone', value: '+86 000' };
  const signedOut = await send('POST', '/v1/leaks', { ...what, account });
  expect([signedOut.status, signedOut.body]).toEqual([200, { received: true }]);

  const own = await send('POST', `/v1/subjects/${person}/leaks`, { ...what, freeze: true });
  expect(own.body).toMatchObject({ permitted: true, sentence: '6.b.4' });
  const { leak } = own.body.value;
  const at = `/v1/leaks/${leak}`;
  expect((await send('GET', '/v1/leaks')).body.leaks).toMatchObject([
    { leak, person, state: 'open', categories: ['contact.phone'], frozen: { until: 'reset' } },
  ]);
  expect((await send('POST', `${at}/readings`, { by })).body.text).toBe(what.text);
  const asked = { by, language: 'zh-CN' };
  const found = await send('POST', `${at}/suspects`, asked);
  expect(found.body).toMatchObject({ permitted: true, sentence: '6.b.5', value: { suspects: [] } });
  const contained = await send('POST', `${at}/containment`, { by, rekey: true });
  expect(contained.body).toMatchObject({ state: 'contained', running: [], rekeyed: true });
  expect(contained.body.contained).toMatchObject({
    rekeyed: { at: expect.any(String) },
    told: null,
  });
  const report = await send('POST', `${at}/authority-reports`, asked);
  expect(report.body.text).toContain('# 个人信息泄露报告');
  const closed = await send('POST', `${at}/closure`, {
    by,
    word: 'Nobody here had it.',
  });
  expect(closed.body).toMatchObject({ state: 'closed', notified: { digest: report.body.digest } });
  const renewed = await send('POST', `/v1/subjects/${person}/credentials`);
  expect(renewed.body).toMatchObject({ opened: true });
  const word = await send('POST', `/v1/subjects/${person}/leaks/${leak}/last-word`);
  expect(word.body.text).toBe('Nobody here had it.');
  const none = await send('POST', '/v1/leaks/l_0/readings', { by });
  expect([none.status, none.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
  const without = await ask(place.server, 'GET', '/v1/leaks', { key: await place.key('acts') });
  expect(without.status).toBe(403);
});
