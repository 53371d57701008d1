import type { Policy } from '@avow/policy';
import type { MarketWords } from '@avow/policy-market';
import { expect, it } from 'vitest';
import { policy as clinic } from '../../../policies/clinic/src/index.ts';
import type { Role } from '../src/index.ts';
import { place } from './place.ts';

it('facts that a policy brings along are listed, attested, signed by another, and ended', async () => {
  // The console finds the words in the policy, whichever it is.
  const policy = clinic as unknown as Policy<MarketWords>;
  const { avow, get, post, operators } = await place({}, { policy });
  const { person } = await avow.subjects.create({ country: 'CN' });
  const send = async (path: string, fields: Readonly<Record<string, string>>, role: Role) => {
    const answer = await post(path, { once: crypto.randomUUID(), ...fields }, role);
    const to = new URL(answer.headers.get('location') ?? '/', 'http://room.test');
    return { status: answer.status, done: to.searchParams.get('done'), text: await answer.text() };
  };
  const read = async (path: string, role: Role = 'support') => (await get(path, role)).text();
  const room = await read('/attestations', 'auditor');
  expect(room).toContain('2 who work here');
  expect(room).toContain('one day at most');
  expect(await send('/attestations', { person: 'nobody' }, 'support')).toMatchObject({
    ...{ status: 422, text: expect.stringContaining('href="#person"') },
  });
  const found = await post('/attestations', { person }, 'support');
  const own = `/attestations/person?person=${person}`;
  expect(found.headers.get('location')).toBe(`/console${own}`);
  expect(await read(own)).toContain('Nothing was attested');

  // Two sign for an emergency of a doctor: not the doctor, and not one of them twice.
  const doctor = operators['data-protection'];
  const emergency = { person, fact: 'emergency', kind: 'staff', whom: doctor, until: '' };
  const attest = (more: Readonly<Record<string, string>>, role: Role = 'support') =>
    send('/attestations/person', { ...emergency, ...more }, role);
  const wrong = await attest({ fact: 'health', whom: 'nobody', until: '2020-01-01' });
  expect(wrong.status).toBe(422);
  for (const at of ['fact', 'whom', 'until']) expect(wrong.text).toContain(`href="#${at}"`);
  expect((await attest({ kind: '', whom: '' })).text).toContain('href="#kind"');
  expect((await attest({ whom: person })).text).toContain('href="#whom"');
  expect(await avow.attestations.of(person)).toEqual([]);
  expect(await attest({})).toMatchObject({ status: 303, done: 'requested' });
  const [asked] = await avow.attestations.of(person);
  const attestation = asked?.attestation ?? '';
  expect(asked).toMatchObject({ signed: [{ by: operators.support }], to: { staff: doctor } });

  const sign = (role: Role) => send('/attestations/sign', { person, attestation }, role);
  expect(await read(own)).toContain('You have signed');
  expect(await read(own, 'data-protection')).toContain('You are in it');
  expect(await read(own, 'legal')).toContain('action="/console/attestations/sign"');
  expect(await sign('data-protection')).toMatchObject({
    ...{ status: 409, text: expect.stringContaining('Somebody else does this') },
  });
  expect(await sign('legal')).toMatchObject({ status: 303, done: 'standing' });
  expect(await avow.attestations.of(person)).toMatchObject([{ state: 'standing' }]);

  expect(await read(`/attestations/end?person=${person}&attestation=${attestation}`)).toContain(
    'no decision rests on it',
  );
  const ended = await send('/attestations/end', { attestation }, 'legal');
  expect(ended).toMatchObject({ status: 303, done: 'ended' });
  expect(await avow.attestations.of(person)).toMatchObject([{ state: 'ended' }]);
  const deeds = (await avow.desk.deeds()).map(({ evidence, state, by }) => [evidence, state, by]);
  expect(deeds).toContainEqual(['attestation', 'ended', operators.legal]);
  expect(await read(`${own}&lang=zh-CN`)).toContain('已结束');
});

it('is no room where the policy has no such fact', async () => {
  const { get } = await place();
  expect(await (await get('/', 'support')).text()).not.toContain('/attestations');
  expect(await (await get('/attestations', 'support')).text()).toContain('has no fact');
});
