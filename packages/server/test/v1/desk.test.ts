import { describe, expect, it } from 'vitest';
import { ask, open, type Place } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

const DAY = 24 * 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const document = 'a'.repeat(64);
const categories = ['contact.name'];

/** Sends a write as the console would, and wants it to be taken. */
async function write({ server, key }: Place, path: string, body: object) {
  const told = await ask(server, 'POST', path, { key: await key(), body });
  expect(told.status, `${path} ${JSON.stringify(told.body)}`).toBeLessThan(300);
  return told.body;
}

async function desk() {
  const place = await open();
  await publishDocuments(place);
  const person = await register(place);
  const operators: string[] = [];
  for (const _ of [1, 2, 3]) {
    const { person: operator } = await write(place, '/v1/subjects', { kind: 'device' });
    operators.push(operator);
    await write(place, '/v1/staff', { operator });
  }
  const as = { purposes: ['legal'], categories, country: 'CN' };
  await write(place, '/v1/parties/court/engagements', { as: 'authority', ...as });
  return { ...place, person, operators };
}

describe('the desk over HTTP', () => {
  it('hands over on an order of a court: recorded, verified, approved by two, redeemed, looked at, closed', async () => {
    const place = await desk();
    const { server, key, person, operators } = place;
    const [by, second, third] = operators;
    const { order } = await write(place, '/v1/authority-orders', {
      ...{ person, authority: 'court', reference: '2026-113', country: 'CN', document, categories },
      ...{ issued: at(-DAY), until: at(30 * DAY), bar: { until: at(9 * DAY) }, by },
    });
    const opened = await write(place, '/v1/cases', {
      ...{ type: 'law', person, by, to: { party: 'court' }, categories, evidence: order },
    });
    const path = `/v1/cases/${opened.case}`;
    const early = await write(place, `${path}/deliveries`, { by });
    expect(early).toMatchObject({ permitted: false, sentence: '3.c.2', by: 'prohibition' });
    const how = { by: second, how: 'called-back' };
    await write(place, `/v1/authority-orders/${order}/verification`, how);
    const read = async (what: string) => ask(server, 'GET', what, { key: await key('desk:read') });
    const { body: approvable } = await read(`${path}/approvable`);
    expect(approvable).toMatchObject({ needed: 2, approvedBy: [], wouldPermit: false });
    expect(approvable.missing[0].steps[0].how).toContain('two different operators');
    for (const operator of [second, third]) {
      await write(place, `${path}/approvals`, { by: operator, digest: approvable.digest });
    }
    const { body: again } = await ask(server, 'POST', `${path}/approvals`, {
      ...{ key: await key(), body: { by: second, digest: approvable.digest } },
    });
    expect(again).toMatchObject({ status: 409, code: 'AVOW_EXISTS' });
    const delivered = await write(place, `${path}/deliveries`, { by });
    expect(delivered).toMatchObject({
      permitted: true,
      sentence: '3.c.1',
      value: { by: 'portal' },
    });

    const as = { party: 'court' };
    const redeem = { key: await key('portal'), body: { as }, once: 'redeem-once' };
    const ticket = `/v1/portal/${delivered.value.ticket}`;
    const { body: view } = await ask(server, 'POST', ticket, redeem);
    // An answer that was lost is had again by the same key, and by no other.
    expect((await ask(server, 'POST', ticket, redeem)).body).toEqual(view);
    const other = await ask(server, 'POST', ticket, { ...redeem, once: 'another' });
    expect(other.body).toMatchObject({ status: 409, code: 'AVOW_STATE' });
    const look = async () =>
      (
        await ask(server, 'POST', '/v1/portal/looks', {
          ...{ key: await key('portal'), body: { as, view: view.view } },
        })
      ).body;
    expect((await look()).value.values).toEqual({ 'contact.name': 'Mei' });
    // While the bar stands the person is told nothing, by whatever they may read.
    for (const theirs of ['cases', 'told']) {
      const { body } = await ask(server, 'GET', `/v1/subjects/${person}/${theirs}`, {
        key: await key('history:read'),
      });
      expect(body).toEqual({ [theirs]: [] });
    }
    await write(place, `/v1/authority-orders/${order}/bar-end`, { by });
    const { body: told } = await ask(server, 'GET', `/v1/subjects/${person}/told`, {
      key: await key('history:read'),
    });
    expect(told.told).toMatchObject([{ case: opened.case, ground: 'law' }]);
    await write(place, `${path}/closure`, { by });
    expect(await look()).toMatchObject({ permitted: false, sentence: '3.c.2' });
    // Anybody may count.
    const { body: report } = await ask(server, 'GET', '/v1/reports/disclosures');
    expect(report.counts).toMatchObject([
      { ground: 'law', opened: null, delivered: null, refused: 0 },
    ]);
  });

  it('takes no approval that is forged, replayed, self-given or late', async () => {
    const place = await desk();
    const { server, key, person, operators } = place;
    const [by, second, third] = operators;
    const opened = async (reference: string) => {
      const { order } = await write(place, '/v1/authority-orders', {
        ...{ person, authority: 'court', reference, country: 'CN', document, categories },
        ...{ issued: at(-DAY), until: at(30 * DAY), by },
      });
      await write(place, `/v1/authority-orders/${order}/verification`, {
        ...{ by: second, how: 'called-back' },
      });
      const about = { type: 'law', person, by, to: { party: 'court' }, categories };
      const made = await write(place, '/v1/cases', { ...about, evidence: order });
      const path = `/v1/cases/${made.case}`;
      const approvable = async () =>
        (await ask(server, 'GET', `${path}/approvable`, { key: await key('desk:read') })).body;
      return { path, approvable, digest: (await approvable()).digest };
    };
    const [one, two] = [await opened('2026-113'), await opened('2026-114')];
    // A request comes again only from whoever sent it: by the same API key.
    const own = await key('desk:write');
    const approve = async (path: string, body: object, once?: string) => {
      const sent = { key: own, body, ...(once && { once }) };
      const told = await ask(server, 'POST', `${path}/approvals`, sent);
      return [told.status, told.body.code];
    };
    for (const forged of [person, 'p_nobody']) {
      expect(await approve(one.path, { by: forged, digest: one.digest })).toEqual([
        ...[404, 'AVOW_NOT_FOUND'],
      ]);
    }
    expect(await approve(one.path, { by: second, digest: two.digest })).toEqual([
      409,
      'AVOW_STATE',
    ]);
    expect(await approve(one.path, { by, digest: one.digest })).toEqual([409, 'AVOW_STATE']);
    const given = { by: second, digest: one.digest };
    expect((await approve(one.path, given, 'given-once'))[0]).toBe(200);
    expect((await approve(one.path, given, 'given-once'))[0]).toBe(200);
    expect(await approve(one.path, given)).toEqual([409, 'AVOW_EXISTS']);
    const moved = { by: second, digest: two.digest };
    expect(await approve(two.path, moved, 'given-once')).toEqual([
      ...[422, 'AVOW_IDEMPOTENCY_MISMATCH'],
    ]);
    expect((await one.approvable()).approvedBy).toEqual([second]);
    expect((await two.approvable()).approvedBy).toEqual([]);
    await write(place, `${two.path}/refusal`, { by, reason: 'no-ground' });
    expect(await approve(two.path, { by: third, digest: two.digest })).toEqual([409, 'AVOW_STATE']);
  });

  it('takes a complaint with an answer, shows published bases to anybody, and nothing without its scope', async () => {
    const place = await desk();
    const { server, key, person, operators } = place;
    const [by] = operators;
    const respondent = await register(place, { 'contact.name': 'Lan' });
    const { case: id } = await write(place, '/v1/complaints', {
      ...{ complainant: person, respondent, right: 'copyright', title: 'Song of the reed' },
      ...{ listing: 'listing-7', document },
    });
    const path = `/v1/complaints/${id}`;
    await write(place, `${path}/verification`, { by });
    await write(place, `${path}/requests`, { by: person });
    const answer = await write(place, `${path}/counter-notices`, { by: respondent, text: 'Mine.' });
    expect(answer).toMatchObject({ countered: 1, asked: { respondent: null } });
    const { value } = await write(place, `/v1/cases/${id}/deliveries`, { by: person });
    expect(value).toMatchObject({ by: 'portal' });
    expect(await write(place, `${path}/readings`, { by: person })).toMatchObject({
      ...{ title: 'Song of the reed', counters: [{ text: 'Mine.' }] },
    });

    const words = { en: 'Recalls.', 'zh-CN': '召回。' };
    const what = { words, categories, parties: ['insurer'], until: at(DAY), by };
    const { basis } = await write(place, '/v1/bases', what);
    expect((await ask(server, 'GET', '/v1/bases')).body.bases).toEqual([]);
    const { body: waiting } = await ask(server, 'GET', '/v1/basis-proposals', { key: await key() });
    expect(waiting.proposals).toMatchObject([{ basis, proposedBy: by }]);
    await write(place, `/v1/bases/${basis}/publication`, { by: operators[1] });
    expect((await ask(server, 'GET', '/v1/bases')).body.bases).toMatchObject([{ basis, words }]);
    const law = { law: 'E-Commerce Law', article: '28', country: 'CN', party: 'tax', categories };
    await write(place, '/v1/statutory-duties', { ...law, by });
    for (const [method, route] of [
      ...[
        ['POST', '/v1/cases'],
        ['GET', '/v1/cases'],
        ['GET', '/v1/statutory-duties'],
      ],
      ...[
        ['POST', '/v1/staff'],
        ['POST', `/v1/portal/${value.ticket}`],
      ],
    ] as const) {
      const told = await ask(server, method!, route!, { key: await key('acts', 'evidence:write') });
      expect([told.status, told.body.code]).toEqual([403, 'AVOW_SCOPE_MISSING']);
    }
  });

  it('takes a request about rights and answers it, and erases what is held of a child', async () => {
    const place = await desk();
    const { server, key, person, operators } = place;
    const [by] = operators;
    const text = 'What did the court get of me?';
    const { case: id, due } = await write(place, '/v1/requests', { person, about: 'access', text });
    expect(Date.parse(due)).toBeGreaterThan(Date.now() + 14 * DAY);
    await write(place, `/v1/cases/${id}/assignment`, { by, operator: by });
    expect(await write(place, `/v1/requests/${id}/readings`, { by })).toMatchObject({
      ...{ text, answer: null },
    });
    const no = { by, text: 'It has a court order.', reason: 'no-ground' };
    expect(await write(place, `/v1/requests/${id}/answer`, no)).toMatchObject({ state: 'refused' });
    const { body: found } = await ask(server, 'GET', `/v1/requests/${id}`, { key: await key() });
    expect(found).toMatchObject({ answered: { granted: false } });

    const child = `/v1/subjects/${person}/child`;
    await write(place, child, { by, document });
    const { body: listed } = await ask(server, 'GET', '/v1/children', { key: await key() });
    expect(listed.children).toMatchObject([{ person, state: 'alone' }]);
    expect(await write(place, `${child}/erasure`, { by })).toMatchObject({
      ...{ permitted: true, sentence: 'S.6.2' },
    });
  });
});
