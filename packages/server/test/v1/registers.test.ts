import { describe, expect, it } from 'vitest';
import { ask, open, type Place } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

/** An order that was paid and closed. */
async function dealt(place: Place) {
  await publishDocuments(place);
  const seller = await register(place, { 'contact.name': 'Lin' });
  const buyer = await register(place, { 'contact.name': 'Mei' });
  const key = await place.key('evidence:write');
  const post = (path: string, body?: object) =>
    ask(place.server, 'POST', path, { key, ...(body && { body }) });
  await post('/v1/orders', { order: 'order-1', sides: [seller, buyer] });
  await post('/v1/orders/order-1/performances', { by: buyer });
  await post('/v1/orders/order-1/closure');
  return { seller, buyer, post };
}

const said = { handle: 'heron-17', rating: 4, text: 'A little late, well packed.' };

describe('/v1 of the registers', () => {
  it('6.c: anybody reads an evaluation, only its author withdraws it', async () => {
    const place = await open();
    const { seller, buyer, post } = await dealt(place);
    const written = await post('/v1/orders/order-1/evaluations', { by: buyer, ...said });
    expect(written.status).toBe(201);
    const again = await post('/v1/orders/order-1/evaluations', { by: buyer, ...said });
    expect([again.status, again.body.code]).toEqual([409, 'AVOW_EXISTS']);
    const read = async () => ask(place.server, 'GET', `/v1/subjects/${seller}/evaluations`);
    expect((await read()).body.evaluations).toEqual([{ ...said, at: written.body.at }]);
    const withdraw = async (who: string) =>
      ask(place.server, 'DELETE', `/v1/orders/order-1/evaluations/${who}`, {
        key: await place.key('evidence:write'),
      });
    expect((await withdraw(seller)).status).toBe(404);
    expect((await withdraw(buyer)).status).toBe(200);
    expect((await read()).body.evaluations).toEqual([]);
  });

  it('6.c: counts an activity, shows an order to its sides, and joins by decision alone', async () => {
    const place = await open();
    const { seller, buyer, post } = await dealt(place);
    const ends = new Date(Date.now() + 1e9).toISOString();
    const fair = { activity: 'spring-market', ends };
    expect((await post(`/v1/subjects/${buyer}/activities`, fair)).status).toBe(201);
    const count = await ask(place.server, 'GET', '/v1/activities/spring-market');
    expect(count.body).toEqual({ count: 1 });
    const key = await place.key('evidence:read', 'acts');
    const side = await ask(place.server, 'GET', `/v1/orders/order-1/sides/${buyer}`, { key });
    expect(side.body).toMatchObject({ own: { state: 'closed' }, other: { person: seller } });
    const nobody = await ask(place.server, 'GET', '/v1/orders/order-1/sides/p_0', { key });
    expect(nobody.status).toBe(404);

    const join = (question: object) =>
      ask(place.server, 'POST', `/v1/subjects/${buyer}/registers?lang=en`, { key, body: question });
    const categories = ['register.activity', 'register.order'];
    const own = await join({ purpose: 'rights', categories, to: 'person' });
    expect(own.body).toMatchObject({
      ...{ permitted: true, sentence: '6.c.2' },
      value: { entries: [{ register: 'activity' }, { register: 'order', order: 'order-1' }] },
    });
    const other = await join({ purpose: 'service.personal', categories });
    expect(other.body).toMatchObject({ permitted: false, sentence: '6.c.2' });
    const wrong = await join({ purpose: 'rights', categories: ['contact.name'], to: 'person' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'AVOW_INPUT']);
  });

  it('6.d: a violation is decided and read under a scope of its own, by whom it names', async () => {
    const place = await open();
    const { seller } = await dealt(place);
    const [one, two, nine] = await Promise.all(
      ['one', 'two', 'nine'].map(async () => {
        const { person: operator } = await place.avow.subjects.create({ kind: 'device' });
        await place.avow.desk.staff.appoint({ operator });
        return operator;
      }),
    );
    const path = `/v1/subjects/${seller}/violations`;
    const body = {
      ...{ rule: 'sell-only-what-is-yours', by: one, reason: 'See the letter.' },
      happened: '2026-01-02T03:04:05.000Z',
    };
    const without = await ask(place.server, 'POST', path, { key: await place.key('acts'), body });
    expect([without.status, without.body.code]).toEqual([403, 'AVOW_SCOPE_MISSING']);
    const key = await place.key('violations');
    const post = (at: string, body: object) => ask(place.server, 'POST', at, { key, body });
    const { violation } = (await post(path, body)).body;
    const of = `/v1/violations/${violation}`;
    const early = await post(`${of}/measures`, { by: two, what: 'listing-removed' });
    expect([early.status, early.body.code]).toEqual([409, 'AVOW_STATE']);
    expect((await post(`${of}/upholding`, { by: two })).body.state).toBe('upheld');
    const taken = await post(`${of}/measures`, { by: two, what: 'listing-removed' });
    const { measure } = taken.body.measures[0];
    const lifted = await post(`${of}/measures/${measure}/lifting`, { by: two });
    expect(lifted.body.measures[0].lifted).toEqual(expect.any(String));
    expect((await post(`${of}/readings`, { by: nine })).status).toBe(404);
    const listed = await ask(place.server, 'GET', '/v1/violations?state=upheld', { key });
    expect(listed.body.violations).toMatchObject([{ violation, decided: { by: two } }]);
    const said = { person: seller, text: 'It was mine.' };
    expect((await post(`${of}/appeals`, said)).body.appeal.state).toBe('made');
    const own = await post(`${of}/dismissal`, { by: two });
    expect([own.status, own.body.code]).toEqual([409, 'AVOW_STATE']);
    expect((await post(`${of}/handling`, { by: nine })).body.handler).toBe(nine);
    expect((await post(`${of}/readings`, { by: nine })).body.appealed).toBe('It was mine.');
    expect((await post(`${of}/dismissal`, { by: nine })).body.appeal.state).toBe('dismissed');
    const about = await ask(place.server, 'GET', path, { key });
    expect(about.body.violations[0].appeal.decided.by).toBe(nine);
    const one404 = await ask(place.server, 'GET', '/v1/violations/v-0', { key });
    expect([one404.status, one404.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
    const read = await post(`${of}/readings`, { by: one });
    expect(read.body).toMatchObject({ reason: 'See the letter.', person: seller });
    expect((await post(`${of}/reversal`, { by: two })).body.state).toBe('reversed');
    expect(JSON.stringify(place.log)).not.toContain('letter');
  });
});

describe('/v1/subjects/{person}/public-facts', () => {
  it('1.a: anybody reads what law makes public, without a key, and of nobody else', async () => {
    const place = await open();
    const { seller } = await dealt(place);
    const { person } = await place.avow.subjects.create({ kind: 'organisation', country: 'CN' });
    await place.avow.agreement.accept({ person, language: 'zh-CN' });
    const facts = { 'enterprise.name': '海港木作' };
    const fields = { ...facts, 'organisation.contact': '李雷' };
    await place.avow.collect({ person, purpose: 'account', fields });
    const read = (who: string) => ask(place.server, 'GET', `/v1/subjects/${who}/public-facts`);
    expect((await read(person)).body).toEqual({ facts });
    expect((await read(seller)).status).toBe(404);
  });
});

describe('/v1/warnings', () => {
  it('6.b: answers kinds and places, and repeats nothing of the text', async () => {
    const place = await open();
    const text = '加我微信 mei2210，电话 13805712210';
    const answer = await ask(place.server, 'POST', '/v1/warnings', {
      key: await place.key('acts'),
      body: { text },
    });
    expect(answer.body).toEqual({
      found: [
        { kind: 'messenger', start: 5, end: 12 },
        { kind: 'phone', start: 16, end: 27 },
      ],
    });
    expect(JSON.stringify([answer.body, place.log])).not.toContain('mei2210');
  });
});
