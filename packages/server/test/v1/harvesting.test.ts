import { expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { operator, publishDocuments, register } from '../people.ts';

it('2.b: a touched decoy suspends everywhere; the case is decided, appealed and undone', async () => {
  const place = await open();
  await publishDocuments(place);
  const [decoy, user] = [
    await register(place, { 'contact.name': 'Ann' }),
    await register(place, { 'contact.name': 'Wen' }),
  ];
  const key = await place.key('harvesting');
  const [by, other] = [await operator(place), await operator(place)];
  const send = (method: string, path: string, body?: object) =>
    ask(place.server, method, path, { key, ...(body && { body }) });
  const put = await send('PUT', `/v1/decoys/${decoy}`);
  expect(put.status).toBe(200);
  expect((await send('GET', '/v1/decoys')).body).toEqual({ decoys: [decoy] });

  const show = async () => {
    const question = { person: decoy, purpose: 'fulfilment', categories: ['contact.phone'] };
    const acts = await place.key('acts');
    return ask(place.server, 'POST', '/v1/acts/show', {
      key: acts,
      body: { ...question, to: { user } },
    });
  };
  expect((await show()).body).toMatchObject({ permitted: false, by: 'silence' });
  expect((await show()).body).toMatchObject({ permitted: false, by: 'state' });

  const { body: listed } = await send('GET', '/v1/harvests');
  expect(listed.harvests).toMatchObject([
    { against: { user }, pattern: 'decoy', state: 'open', within: null, appeal: null },
  ]);
  const [{ harvest }] = listed.harvests;
  const at = `/v1/harvests/${harvest}`;
  expect((await send('POST', `${at}/termination`, { by })).body).toMatchObject({
    ...{ state: 'terminated', running: [] },
    decided: { by },
  });
  const twice = await send('POST', `${at}/termination`, { by });
  expect([twice.status, twice.body.code]).toEqual([409, 'AVOW_STATE']);
  const as = { user };
  const stranger = await send('POST', `${at}/appeals`, { as: { user: decoy }, text: 'Me.' });
  expect(stranger.status).toBe(404);
  const appealed = await send('POST', `${at}/appeals`, { as, text: 'It was a slip.' });
  expect(appealed.status).toBe(201);
  const read = await send('POST', `${at}/appeals/readings`, { by: other });
  expect(read.body).toMatchObject({ text: 'It was a slip.' });
  expect((await send('POST', `${at}/upholding`, { by })).status).toBe(409);
  expect((await send('POST', `${at}/reversal`, { by: other })).body).toMatchObject({
    state: 'reversed',
  });
  const own = await send('GET', `/v1/subjects/${user}/harvests`);
  expect(own.body.harvests).toMatchObject([
    { state: 'reversed', appeal: { due: expect.any(String) } },
  ]);
  expect((await send('DELETE', `/v1/decoys/${decoy}`)).status).toBe(200);
  const without = await ask(place.server, 'GET', '/v1/harvests', { key: await place.key('acts') });
  expect(without.status).toBe(403);
});
