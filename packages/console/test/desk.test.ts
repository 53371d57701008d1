import { createHash } from 'node:crypto';
import { asPartyId, type PersonId } from 'avow';
import { describe, expect, it } from 'vitest';
import type { Role } from '../src/index.ts';
import { onceOn, place } from './place.ts';

const court = asPartyId('court');
const day = (ms: number) => new Date(Date.now() + ms * 86_400_000).toISOString().slice(0, 10);
const paper = 'Order 2026-113';
const digest = createHash('sha256').update(paper).digest('hex');

/** A desk with a court, a person, and operators who come as whom a header names. */
async function desk() {
  const operators = new Map<string, PersonId>();
  const room = await place({
    findBy: ['contact.email'],
    whoIs: ({ request }) => {
      const name = request.headers.get('x-name') ?? '';
      const operator = operators.get(name);
      const role = request.headers.get('x-role') as Role | null;
      return operator && role ? { operator, role } : undefined;
    },
  });
  const { avow, app } = room;
  for (const name of ['ada', 'bo', 'cy', 'stranger']) {
    const { person } = await avow.subjects.create({ kind: 'device' });
    operators.set(name, person);
    if (name !== 'stranger') await avow.desk.staff.appoint({ operator: person });
  }
  for (const kind of ['service-agreement', 'site-rules'] as const) {
    await avow.documents.publish({
      kind,
      version: '1',
      texts: { en: 'Terms.', 'zh-CN': '条款。' },
    });
  }
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const fields = { 'contact.name': 'Mei Lin', 'contact.email': 'mei@example.com' };
  await avow.collect({ person, purpose: 'account', fields, findBy: ['contact.email'] });
  const what = { purposes: ['legal'], categories: ['contact.name'], country: 'CN' } as const;
  await avow.parties.engage({ party: court, as: 'authority', ...what });
  const as = (name: string, role: Role = 'legal') => {
    const headers = { 'x-name': name, 'x-role': role };
    const read = async (path: string) => {
      const answer = await app.request(`http://room.test${path}`, { headers });
      return { status: answer.status, text: await answer.text() };
    };
    return {
      read,
      async send(path: string, fields: Readonly<Record<string, string | Blob>>) {
        const body = new FormData();
        for (const [name, value] of Object.entries(fields)) body.set(name, value);
        const headersOfForm = { ...headers, origin: 'http://room.test' };
        const answer = await app.request(`http://room.test${path}`, {
          ...{ method: 'POST', headers: headersOfForm, body },
        });
        const location = answer.headers.get('location') ?? '';
        return { status: answer.status, location, text: await answer.text() };
      },
    };
  };
  return { ...room, person, as, number: (name: string) => operators.get(name) };
}

const order = (more: Readonly<Record<string, string | Blob>> = {}) => ({
  ...{ once: crypto.randomUUID(), person: 'mei@example.com', authority: court, country: 'CN' },
  ...{ reference: '（2026）闽72民初113号', document: new Blob([paper]), issued: day(-1) },
  ...{ until: day(30), categories: 'contact.name', ...more },
});

const caseIn = (location: string) =>
  new URL(location, 'http://room.test').searchParams.get('case') ?? '';

describe('an order of a court at the desk', () => {
  it('is recorded with its document’s digest, verified by another, approved by two, and handed over', async () => {
    const { avow, as, number, person } = await desk();
    const [ada, bo, cy] = [as('ada'), as('bo', 'data-protection'), as('cy')];
    const { location } = await ada.send('/desk/order', order());
    const id = caseIn(location);
    const page = async (who = ada) => (await who.read(`/desk/case?case=${id}`)).text;
    expect(await page()).toContain(digest);
    expect(await page()).toContain('（2026）闽72民初113号');
    expect(await page()).toContain('#3.c.2');
    expect((await avow.desk.cases.get(id as never))?.openedBy).toBe(number('ada'));

    // Whoever recorded it does not verify it, and whoever opened it does not approve it.
    const step = () => ({ case: id, once: crypto.randomUUID() });
    const own = await ada.send('/desk/order/verify', { ...step(), how: 'called-back' });
    expect([own.status, own.text]).toEqual([409, expect.stringContaining('you recorded this')]);
    expect((await bo.send('/desk/order/verify', { ...step(), how: 'called-back' })).status).toBe(
      303,
    );
    const early = await ada.send('/desk/deliver', step());
    expect(early.text).toContain('Nothing was handed over');
    const approving = async (who: typeof ada) => {
      const { text } = await who.read(`/desk/approve?case=${id}`);
      const [, shown = 'none'] = /name="digest" value="([^"]+)"/.exec(text) ?? [];
      return who.send('/desk/approve', { ...step(), digest: shown });
    };
    const opener = await approving(ada);
    expect([opener.status, opener.text]).toEqual([409, expect.stringContaining('you opened it')]);
    expect((await approving(bo)).status).toBe(303);
    expect((await approving(bo)).text).toContain('approved this already');
    expect((await approving(as('stranger'))).text).toContain('nobody has appointed you');
    expect((await approving(cy)).status).toBe(303);
    expect(await page()).toContain('2 of 2 different operators');

    // To look is an act of its own, by whoever handles the case, and the person reads of it.
    await ada.send('/desk/take', step());
    const looked = await ada.send('/desk/look', step());
    expect(looked.text).toContain('Mei Lin');
    const history = await avow.history({ person });
    const lines = history.permitted ? history.value.happened : [];
    const showings = lines.filter(({ what }) => 'action' in what && what.action === 'show');
    expect(showings).toContainEqual(
      expect.objectContaining({ what: expect.objectContaining({ recipient: 'staff' }) }),
    );

    const done = await ada.send('/desk/deliver', step());
    expect(done.text).toContain('#3.c.1');
    expect(await avow.desk.told(person)).toMatchObject([{ case: id, ground: 'law' }]);
    expect(await page()).toContain('Told on');
    await ada.send('/desk/close', step());
    expect((await approving(cy)).text).toContain('this case is over');
  });

  it('says all that is wrong at once, and records nothing of it', async () => {
    const { avow, as, person } = await desk();
    const bad = { person: 'nobody@example.com', country: '', issued: day(3), categories: '' };
    const wrong = { ...bad, document: new Blob([]), barUntil: day(3) };
    const { status, text } = await as('ada').send('/desk/order', order(wrong));
    expect(status).toBe(422);
    for (const at of ['person', 'country', 'issued', 'categories', 'document', 'barUntil']) {
      expect(text).toContain(`href="#${at}"`);
    }
    const differing = await as('ada').send('/desk/order', order({ digest: 'a'.repeat(64) }));
    expect(differing.text).toContain('another SHA-256');
    const stranger = await as('stranger').send('/desk/order', order());
    expect([stranger.status, await avow.desk.orders.list(person)]).toEqual([409, []]);
  });

  it('is no business of customer service, which meets other kinds', async () => {
    const { as } = await desk();
    const { location } = await as('ada').send('/desk/order', order());
    const support = as('bo', 'support');
    expect((await support.read(`/desk/case?case=${caseIn(location)}`)).status).toBe(403);
    expect((await support.read('/desk?kind=law')).status).toBe(403);
    const { text } = await support.read('/desk');
    expect(text).toContain('id="complaint"');
    expect(text).not.toContain('id="law"');
    expect((await as('bo', 'auditor').read(`/desk/case?case=${caseIn(location)}`)).status).toBe(
      200,
    );
  });
});

describe('a duty in law at the desk', () => {
  it('is registered, used in a case, and ended, after which the case rests on nothing', async () => {
    const { avow, as } = await desk();
    const [ada, bo] = [as('ada'), as('bo')];
    const said = { law: 'E-Commerce Law', article: '28', country: 'CN', party: court };
    const once = () => ({ once: crypto.randomUUID() });
    const what = { ...said, categories: 'contact.name', ...once() };
    expect((await ada.send('/desk/statutes/register', what)).status).toBe(303);
    const [found] = await avow.desk.duties.list();
    const duty = found?.duty ?? '';
    expect((await ada.read('/desk/statutes')).text).toContain('article 28');
    const using = { duty, person: 'mei@example.com', categories: 'contact.name', ...once() };
    const { location } = await ada.send('/desk/statutes/use', using);
    const page = async () => (await bo.read(`/desk/case?case=${caseIn(location)}`)).text;
    expect(await page()).toContain('E-Commerce Law');
    expect(onceOn((await ada.read(`/desk/statutes/end?duty=${duty}`)).text)).not.toBe('');
    await ada.send('/desk/statutes/end', { duty, ...once() });
    expect(await page()).toContain('not in force any more');
  });
});

describe('an appeal at the desk', () => {
  it('is settled by somebody who had nothing to do with the case, which it closes if it is upheld', async () => {
    const { avow, as, person, number } = await desk();
    const { duty } = await avow.desk.duties.register({
      ...{ law: 'E-Commerce Law', article: '28', country: 'CN', party: court },
      ...{ categories: ['contact.name'], by: number('cy')! },
    });
    const { case: first } = await avow.desk.cases.open({
      ...{ type: 'law', person, to: { party: court }, evidence: duty, by: number('ada')! },
      categories: ['contact.name'],
    });
    const { case: appeal } = await avow.desk.cases.appeal({ case: first, by: person });
    const [ada, bo] = [as('ada'), as('bo')];
    expect((await bo.read(`/desk/case?case=${appeal}`)).text).toContain(
      '/desk/appeal/settle?case=',
    );
    const step = () => ({ case: appeal, once: crypto.randomUUID() });
    const vague = await bo.send('/desk/appeal/settle', { ...step(), outcome: 'perhaps' });
    expect([vague.status, vague.text]).toEqual([422, expect.stringContaining('href="#outcome"')]);
    const opener = await ada.send('/desk/appeal/settle', { ...step(), outcome: 'upheld' });
    expect(opener.status).toBe(409);
    // Whoever had to do with the case is shown no form, and is told why, and who may instead.
    const shown = await ada.read(`/desk/case?case=${appeal}`);
    expect(shown.text).toContain('Not by you: you opened');
    expect(shown.text).toContain('It is for customer service, legal');
    expect(shown.text).not.toMatch(/\/desk\/appeal\/settle|\/desk\/take/);
    expect((await ada.read(`/desk/appeal/settle?case=${appeal}`)).text).not.toContain('<form');
    const nobody = (await as('stranger').read(`/desk/case?case=${appeal}`)).text;
    expect(nobody).toContain('Not by you: nobody has appointed you');
    expect(await avow.desk.cases.get(first)).toMatchObject({ state: 'open' });
    const settled = await bo.send('/desk/appeal/settle', { ...step(), outcome: 'upheld' });
    expect([settled.status, settled.location]).toEqual([
      303,
      expect.stringContaining('done=settled'),
    ]);
    expect(await avow.desk.cases.get(first)).toMatchObject({ state: 'closed' });
    expect(await avow.desk.cases.get(appeal)).toMatchObject({ state: 'closed' });
  });
});
