import type { PersonId } from 'avow';
import { expect, it } from 'vitest';
import { place } from './place.ts';

it('a child is written down with what shows it, taken back by another only, and erased by a decision', async () => {
  const operators = new Map<string, PersonId>();
  const { avow, app } = await place({
    whoIs({ request }) {
      const operator = operators.get(request.headers.get('x-name') ?? '');
      return operator && { operator, role: 'support' };
    },
  });
  for (const name of ['ada', 'bo']) {
    const { person } = await avow.subjects.create({ kind: 'device' });
    operators.set(name, person);
    await avow.desk.staff.appoint({ operator: person });
  }
  const { person } = await avow.subjects.create({ country: 'CN' });
  const headers = (name: string) => ({ 'x-name': name, origin: 'http://room.test' });
  const send = async (name: string, path: string, fields: Readonly<Record<string, string>>) => {
    const body = new FormData();
    for (const [key, value] of Object.entries({ once: crypto.randomUUID(), ...fields })) {
      body.set(key, value);
    }
    const url = `http://room.test/desk/children/${path}`;
    const answer = await app.request(url, { method: 'POST', headers: headers(name), body });
    return { status: answer.status, text: await answer.text() };
  };
  const digest = 'c'.repeat(64);
  expect(await send('ada', 'learn', { person, digest: '' })).toMatchObject({ status: 422 });
  expect(await send('ada', 'learn', { person, digest })).toMatchObject({ status: 303 });
  const list = await app.request('http://room.test/desk/children', { headers: headers('bo') });
  expect(await list.text()).toContain(person);
  expect(await send('ada', 'step', { person, step: 'correct' })).toMatchObject({ status: 409 });
  expect(await send('bo', 'step', { person, step: 'correct' })).toMatchObject({ status: 303 });
  const refused = await send('bo', 'step', { person, step: 'erase' });
  expect(refused.text).toContain('#P.1');
  await send('ada', 'learn', { person, digest });
  const erased = await send('bo', 'step', { person, step: 'erase' });
  expect(erased.text).toContain('#S.6.2');
  expect(await avow.children.list()).toEqual([]);
});
