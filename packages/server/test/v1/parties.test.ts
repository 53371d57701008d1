import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';

const body = {
  as: 'servicePartner',
  purposes: ['fulfilment'],
  categories: ['contact.address'],
  country: 'CN',
  until: '2030-01-01T08:00:00+08:00',
};

describe('/v1/parties/{party}/engagements', () => {
  it('engages a party, lists it, ends it', async () => {
    const { server, key } = await open();
    const path = '/v1/parties/swift-parcels/engagements';
    const engaged = await ask(server, 'POST', path, { key: await key('evidence:write'), body });
    expect(engaged.status).toBe(201);
    expect(engaged.body).toMatchObject({
      party: 'swift-parcels',
      as: 'servicePartner',
      until: '2030-01-01T00:00:00.000Z',
      ended: null,
    });
    const { engagement } = engaged.body;
    const ended = await ask(server, 'DELETE', `${path}/${engagement}`, { key: await key() });
    expect(ended.body.ended).toEqual(expect.any(String));
    const listed = await ask(server, 'GET', path, { key: await key('evidence:read') });
    const { entry: _, running, ...kept } = ended.body;
    expect(running).toEqual([]);
    expect(listed.body.engagements).toEqual([kept]);
  });

  it('refuses a class, a country or a time that there is not, naming each place', async () => {
    const { server, key } = await open();
    const wrong = { ...body, country: 'China', until: 'soon', because: 'x' };
    const { status, body: problem } = await ask(server, 'POST', '/v1/parties/p/engagements', {
      key: await key(),
      body: wrong,
    });
    expect([status, problem.code]).toEqual([400, 'AVOW_REQUEST_INVALID']);
    const places = problem.errors.map((each: { pointer: string }) => each.pointer).sort();
    expect(places).toEqual(['/because', '/country', '/until']);
  });
});
