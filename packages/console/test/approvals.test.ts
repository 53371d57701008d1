import { asPartyId, type PersonId } from 'avow';
import { describe, expect, it } from 'vitest';
import type { Role } from '../src/index.ts';
import { place } from './place.ts';

const court = asPartyId('court');
const DAY = 24 * 3_600_000;
type Name = 'ada' | 'bo' | 'cy' | 'mei';

/** A desk with two cases that ada opened, each on an order of a court that bo verified. */
async function desk() {
  let now = Date.UTC(2026, 0, 5, 9);
  const staff = new Map<string, PersonId>();
  const room = await place(
    {
      now: () => now,
      whoIs: ({ request }) => {
        const operator = staff.get(request.headers.get('x-name') ?? '');
        return operator && { operator, role: request.headers.get('x-role') as Role };
      },
    },
    { clock: { now: () => now } },
  );
  const { avow, app } = room;
  for (const name of ['ada', 'bo', 'cy']) {
    const { person: operator } = await avow.subjects.create({ kind: 'device' });
    await avow.desk.staff.appoint({ operator });
    staff.set(name, operator);
  }
  const [ada, bo] = [staff.get('ada')!, staff.get('bo')!];
  const { person } = await avow.subjects.create({ country: 'CN' });
  // Whom the cases are about, once they are appointed as well.
  staff.set('mei', person);
  const categories = ['contact.name'] as const;
  await avow.parties.engage({
    ...{ party: court, as: 'authority', purposes: ['legal'], categories, country: 'CN' },
  });
  async function opened(reference: string) {
    const { order } = await avow.desk.orders.record({
      ...{ person, authority: court, reference, country: 'CN', document: 'a'.repeat(64) },
      ...{ issued: now - DAY, categories, until: now + 30 * DAY, by: ada },
    });
    await avow.desk.orders.verify({ order, by: bo, how: 'called-back' });
    const about = {
      type: 'law',
      person,
      to: { party: court },
      categories,
      evidence: order,
    } as const;
    const { case: id } = await avow.desk.cases.open({ ...about, by: ada });
    const digest = async () => (await avow.desk.cases.approvable(id))!.digest;
    const approvedBy = async () => (await avow.desk.cases.approvable(id))!.approvedBy;
    return { id, digest, approvedBy };
  }
  const post = async (
    [name, role]: readonly [Name, Role],
    fields: Readonly<Record<string, string>>,
    path = '/desk/approve',
  ) => {
    const headers = { origin: 'http://room.test', 'x-name': name, 'x-role': role };
    const body = new URLSearchParams({ once: crypto.randomUUID(), ...fields });
    const asked = { method: 'POST', headers, body };
    return app.request(`http://room.test${path}`, asked);
  };
  const send = async (...what: Parameters<typeof post>) => (await post(...what)).status;
  const read = async ([name, role]: readonly [Name, Role], path: string) => {
    const headers = { 'x-name': name, 'x-role': role };
    const answer = await app.request(`http://room.test${path}`, { headers });
    return { status: answer.status, body: await answer.text() };
  };
  const [one, two] = [await opened('2026-113'), await opened('2026-114')];
  const pass = (ms: number) => {
    now += ms;
  };
  return { avow, one, two, post, send, read, id: (name: Name) => staff.get(name)!, pass };
}

describe('an approval', () => {
  it('is of who is signed in, whoever else the form names', async () => {
    const { one, send, id } = await desk();
    const named = { by: id('cy'), operator: id('cy'), approvedBy: id('cy') };
    const fields = { case: one.id, digest: await one.digest(), ...named };
    expect(await send(['bo', 'legal'], fields)).toBe(303);
    expect(await one.approvedBy()).toEqual([id('bo')]);
  });

  it('is of one case: by the digest of another it is of none', async () => {
    const { one, two, send } = await desk();
    const crossed = [
      { case: one.id, digest: await two.digest() },
      { case: two.id, digest: await one.digest() },
      { case: one.id, digest: '' },
    ];
    for (const fields of crossed) {
      expect(await send(['bo', 'legal'], fields)).toBeGreaterThanOrEqual(400);
    }
    expect([...(await one.approvedBy()), ...(await two.approvedBy())]).toEqual([]);
  });

  it('counts once however often it is sent, for no other case, and for nobody who sends it again', async () => {
    const { one, two, send, id } = await desk();
    const fields = { case: one.id, digest: await one.digest(), once: crypto.randomUUID() };
    expect(await send(['bo', 'legal'], fields)).toBe(303);
    expect(await send(['bo', 'legal'], fields)).toBe(303);
    expect(await send(['bo', 'legal'], { ...fields, once: crypto.randomUUID() })).toBe(409);
    const elsewhere = { ...fields, case: two.id, digest: await two.digest() };
    expect(await send(['bo', 'legal'], elsewhere)).toBe(409);
    expect(await send(['cy', 'legal'], fields)).toBe(409);
    expect(await one.approvedBy()).toEqual([id('bo')]);
    expect(await two.approvedBy()).toEqual([]);
  });

  it('is not given by who opened the case, nor twice by one person in two roles', async () => {
    const { one, send, id } = await desk();
    const fields = async () => ({ case: one.id, digest: await one.digest() });
    for (const role of [
      'support',
      'legal',
      'data-protection',
      'administrator',
      'auditor',
    ] as const) {
      expect([role, await send(['ada', role], await fields())]).not.toContain(303);
    }
    expect(await one.approvedBy()).toEqual([]);
    expect(await send(['bo', 'legal'], await fields())).toBe(303);
    expect(await send(['bo', 'data-protection'], await fields())).toBe(409);
    expect(await one.approvedBy()).toEqual([id('bo')]);
  });

  it('is not given by whom the case is about, who does not find it at the desk at all', async () => {
    const { avow, one, send, read, id } = await desk();
    const mei = ['mei', 'legal'] as const;
    await avow.desk.staff.appoint({ operator: id('mei') });
    const here = `/desk/case?case=${one.id}`;
    expect((await read(['bo', 'legal'], here)).status).toBe(200);
    for (const path of [here, `/desk/approve?case=${one.id}`]) {
      expect((await read(mei, path)).status).toBe(404);
    }
    expect(await send(mei, { case: one.id, digest: await one.digest() })).toBe(404);
    const says = [
      ['/desk', one.id],
      ['/desk?kind=law', one.id],
      ['/', 'cases are open at the desk'],
    ] as const;
    for (const [path, of] of says) {
      const [own, others] = [await read(mei, path), await read(['bo', 'legal'], path)];
      expect([path, own.status, own.body.includes(of), others.body.includes(of)]).toEqual([
        ...[path, 200, false, true],
      ]);
    }
  });

  it('of a leak is not theirs whose leak it is, which a page of its own says', async () => {
    const { avow, post, send, id } = await desk();
    const [person, mei] = [id('mei'), ['mei', 'support'] as const];
    await avow.agreement.accept({ person, language: 'en' });
    const fields = { 'contact.phone': '+86 1' };
    await avow.collect({ person, purpose: 'account', fields });
    const about = { happened: Date.UTC(2026, 0, 4), text: 'A stranger rang me.', values: fields };
    await avow.leaks.report({ person, ...about });
    await avow.desk.staff.appoint({ operator: person });
    const [found] = await avow.leaks.list();
    const { leak } = found!;
    expect(await send(mei, { leak, closes: 'all' }, '/leaks/contain')).toBe(409);
    const closing = await post(mei, { leak, word: 'Nobody did.' }, '/leaks/close');
    expect(await closing.text()).toContain('Somebody else does this');
    expect(await send(['cy', 'support'], { leak, word: 'Closed.' }, '/leaks/close')).toBe(303);
  });

  it('is not given once the case is over, or who gives it works here no longer', async () => {
    const { avow, one, two, send, id, pass } = await desk();
    const late = { case: two.id, digest: await two.digest() };
    await avow.desk.staff.dismiss({ operator: id('cy') });
    expect(await send(['cy', 'legal'], late)).toBeGreaterThanOrEqual(400);
    const step = { case: one.id, by: id('ada') };
    await avow.desk.cases.refuse({ ...step, reason: 'no-ground' });
    expect(await send(['bo', 'legal'], { case: one.id, digest: await one.digest() })).toBe(409);
    pass(31 * DAY);
    expect(await send(['bo', 'legal'], late)).toBe(409);
    expect(await two.approvedBy()).toEqual([]);
  });
});
