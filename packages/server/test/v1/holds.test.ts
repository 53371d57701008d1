import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { operator, publishDocuments, register } from '../people.ts';

const writ = { kind: 'proceedings', document: 'a'.repeat(64) };

async function somebody() {
  const place = await open();
  await publishDocuments(place);
  const person = await register(place);
  const suit = { ...writ, verifiedBy: await operator(place) };
  return { ...place, person, suit, path: `/v1/subjects/${person}/holds` };
}

describe('/v1/subjects/{person}/holds', () => {
  it('places a hold that stands against erasure, lists it, lifts it', async () => {
    const { server, key, person, suit, path } = await somebody();
    const body = { ...suit, until: '2130-01-01T08:00:00+08:00' };
    const placed = await ask(server, 'POST', path, { key: await key('holds'), body });
    expect(placed.status).toBe(201);
    expect(placed.body).toMatchObject({
      person,
      ...suit,
      categories: null,
      until: '2130-01-01T00:00:00.000Z',
      lifted: null,
      liftedBy: null,
    });
    const { entry: _, ...hold } = placed.body;

    const erased = await ask(server, 'POST', `/v1/subjects/${person}/erasure`, {
      key: await key(),
    });
    expect(erased.body).toMatchObject({
      permitted: true,
      sentence: 'S.4.4',
      value: {
        recoverableUntil: null,
        held: { categories: null, until: '2130-01-01T00:00:00.000Z' },
      },
    });
    const subject = async () => ask(server, 'GET', `/v1/subjects/${person}`, { key: await key() });
    expect((await subject()).body.state).toBe('held');
    const listed = await ask(server, 'GET', path, { key: await key('holds') });
    expect(listed.body.holds).toEqual([hold]);
    const standing = async (query = '') =>
      (await ask(server, 'GET', `/v1/holds${query}`, { key: await key('holds') })).body.holds;
    expect(await standing()).toEqual([hold]);
    expect(await standing(`?after=${hold.hold}&limit=1`)).toEqual([]);

    const by = suit.verifiedBy;
    const lift = { key: await key('holds') };
    const lifted = await ask(server, 'DELETE', `${path}/${hold.hold}?by=${by}`, lift);
    expect(lifted.body).toMatchObject({ erased: true, lifted: expect.any(String), liftedBy: by });
    expect(await standing()).toEqual([]);
    expect((await subject()).body.state).toBe('erased');
  });

  it('is a scope of its own', async () => {
    const { server, key, suit, path } = await somebody();
    const { status, body } = await ask(server, 'POST', path, {
      key: await key('acts', 'evidence:write'),
      body: suit,
    });
    expect([status, body.code]).toEqual([403, 'AVOW_SCOPE_MISSING']);
  });

  it('refuses what is no hold, naming each place', async () => {
    const { server, key, path } = await somebody();
    const wrong = { kind: 'whim', document: 'a scan', verifiedBy: '', because: 'x' };
    const { status, body } = await ask(server, 'POST', path, { key: await key(), body: wrong });
    expect([status, body.code]).toEqual([400, 'AVOW_REQUEST_INVALID']);
    const places = body.errors.map((each: { pointer: string }) => each.pointer).sort();
    expect(places).toEqual(['/because', '/document', '/kind', '/verifiedBy']);
  });

  it.each([
    ['one that is over', { until: '2020-01-01T00:00:00Z' }, 422, 'AVOW_INPUT'],
    ['a word that there is not', { categories: ['gossip'] }, 422, 'AVOW_UNKNOWN_WORD'],
  ])('refuses %s', async (_, part, status, code) => {
    const { server, key, suit, path } = await somebody();
    const answer = await ask(server, 'POST', path, {
      key: await key(),
      body: { ...suit, ...part },
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('tells nobody, an ended hold and an erased person apart', async () => {
    const { server, key, person, suit, path } = await somebody();
    const nobody = await ask(server, 'POST', '/v1/subjects/nobody/holds', {
      key: await key(),
      body: suit,
    });
    expect([nobody.status, nobody.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
    const { body: placed } = await ask(server, 'POST', path, { key: await key(), body: suit });
    const lift = async (hold: string, by = suit.verifiedBy) =>
      ask(server, 'DELETE', `${path}/${hold}?by=${by}`, { key: await key() });
    const stranger = await lift(placed.hold, person);
    expect([stranger.status, stranger.body]).toMatchObject([404, { code: 'AVOW_NOT_FOUND' }]);
    const nameless = await ask(server, 'DELETE', `${path}/${placed.hold}`, { key: await key() });
    expect([nameless.status, nameless.body.code]).toEqual([400, 'AVOW_REQUEST_INVALID']);
    const none = await lift('none');
    expect([none.status, none.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
    await lift(placed.hold);
    const twice = await lift(placed.hold);
    expect([twice.status, twice.body.code]).toEqual([409, 'AVOW_STATE']);
    await ask(server, 'POST', `/v1/subjects/${person}/erasure`, { key: await key() });
    const late = await ask(server, 'POST', path, { key: await key(), body: suit });
    expect([late.status, late.body.code]).toEqual([410, 'AVOW_ERASED']);
  });

  it('places no more than can be read', async () => {
    const { server, key, suit, path } = await somebody();
    for (let count = 0; count < 100; count++) {
      const { status } = await ask(server, 'POST', path, { key: await key(), body: suit });
      expect(status).toBe(201);
    }
    const { status, body } = await ask(server, 'POST', path, { key: await key(), body: suit });
    expect([status, body.code]).toEqual([409, 'AVOW_TOO_MANY']);
  });
});
