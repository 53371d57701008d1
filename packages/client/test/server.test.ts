import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { policy } from '@avow/policy-market';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../../e2e/servers/server.ts';
import { routes } from '../src/http/routes.ts';
import { type Client, createClient } from '../src/index.ts';
import { chapters, single } from './left-out.ts';

interface Described {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

const whole = Object.values(chapters).flat();
const one = Object.values(single).flat();

const folder = mkdtempSync(join(tmpdir(), 'avow-client-'));
/** What was asked of the server: method and path. */
const asked: string[] = [];
let server: RunningServer;
let avow: Client<typeof policy>;

beforeAll(async () => {
  server = await startServer(folder, {});
  avow = createClient<typeof policy>({
    url: server.url,
    key: readFileSync(join(folder, 'keys/api-key'), 'utf8').trim(),
    fetch: (input, init) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
      return fetch(input, init);
    },
  });
});
afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe('the client, beside the description that the server gives of itself', () => {
  it('has a method for each route, or a reason for having none', async () => {
    const answered = await fetch(`${server.url}/openapi.json`);
    const { paths } = (await answered.json()) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
    };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    );
    const leftOut = ({ tags: [chapter], operationId }: Described) =>
      whole.includes(chapter) || one.includes(operationId);
    const known = described
      .filter((each) => !leftOut(each))
      .map(({ operationId, method, path, parameters = [] }) => {
        const write = parameters.some(({ name }) => name === 'Idempotency-Key');
        return [operationId, { method: method.toUpperCase(), path, write }];
      });
    expect(Object.fromEntries(known)).toEqual(routes);
    // What is left out is there to be left out.
    expect(whole.filter((chapter) => !described.some(({ tags }) => tags[0] === chapter))).toEqual(
      [],
    );
    expect(one.filter((id) => !described.some(({ operationId }) => operationId === id))).toEqual(
      [],
    );
  });
});

describe('a day of an application', () => {
  const contact = ['contact.name', 'contact.phone', 'contact.address'] as const;
  const party = 'swift-carrier';

  it('joins people, who are found, suspended and reinstated', async () => {
    const { person } = await member('mei@example.com');
    expect(await avow.subjects.get(person)).toMatchObject({ kind: 'person', country: 'CN' });
    const mail = { category: 'contact.email', value: 'mei@example.com' } as const;
    expect(await avow.subjects.find(mail)).toBe(person);
    expect((await avow.subjects.verify(person, mail)).entry).toMatch(/./);
    expect((await avow.subjects.suspend(person)).running).toEqual([]);
    await avow.subjects.reinstate(person);
    expect(await avow.agreement.state(person)).toBe('accepted');
    const shop = await avow.subjects.create({ kind: 'organisation', country: 'CN' });
    expect(await avow.subjects.publicFacts(shop.person)).toEqual({});
  });

  it('publishes what is agreed to', async () => {
    const texts = { en: 'We serve you.', 'zh-CN': '我们为您服务。' };
    const document = { kind: 'service-agreement', version: '1', texts } as const;
    await avow.documents.publish(document);
    expect(await avow.documents.get('service-agreement')).toMatchObject({ version: '1', texts });
  });

  it('asks what it may do, in the language of the reader, and is answered yes or no', async () => {
    const { person } = await member('bo@example.com');
    const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
    const preview = await avow.acts.preview('use', question);
    const decided = await avow.acts.act('use', question, { language: 'zh-CN' });
    expect(decided).toMatchObject({ permitted: preview.permitted, sentence: preview.sentence });
    expect(decided.text).toMatch(/\p{Script=Han}/u);
    expect(await avow.acts.correct(person, { 'contact.name': 'Bo Lin' })).toMatchObject({
      permitted: true,
    });
    const taken = await avow.acts.export(person);
    expect(taken.permitted && taken.value.held.map(({ value }) => value)).toContain('Bo Lin');
  });

  it('asks for a permission, and keeps to its withdrawal', async () => {
    const { person } = await member('cai@example.com');
    const choice = {
      party: 'acme-ads',
      action: 'share',
      purposes: ['marketing.partner'],
      categories: ['contact.email'],
      language: 'en',
    } as const;
    expect(await avow.consents.question(choice)).toContain('acme-ads');
    const given = await avow.consents.answer(person, { answer: 'give', ...choice });
    expect(await avow.consents.list(person)).toMatchObject([{ consent: given.consent }]);
    expect(await avow.consents.withdraw(person, given.consent)).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('asks about cookies', async () => {
    const { person } = await avow.subjects.create({ kind: 'device' });
    const [one] = await avow.cookies.list();
    const purpose = 'cookies.personal';
    expect(await avow.cookies.question({ purpose, language: 'en' })).toMatch(/./);
    await avow.cookies.choose(person, { purpose, answer: 'reject', language: 'en' });
    expect(await avow.cookies.choices(person)).toEqual([{ purpose, answer: 'reject' }]);
    expect(one?.name).toMatch(/./);
    const stray = await avow.cookies.decide(person, { name: 'nobody-listed', act: 'set' });
    expect(stray).toEqual({ permitted: false, by: 'register' });
  });

  it('engages a partner, hands over what its part needs, and ends it', async () => {
    const [mei, bo] = [await member('dan@example.com'), await member('eva@example.com')];
    const { engagement } = await avow.parties.engage(party, {
      as: 'servicePartner',
      purposes: ['fulfilment'],
      categories: contact,
      country: 'CN',
    });
    const { publicKey } = generateKeyPairSync('x25519');
    const key = await avow.parties.addKey(party, {
      ...publicKey.export({ format: 'jwk' }),
      use: 'enc',
    });
    expect(await avow.parties.keys(party)).toMatchObject([{ kid: key.kid, use: 'enc' }]);
    expect((await avow.parties.list({ limit: 5 })).parties).toHaveLength(1);
    expect(await avow.parties.get(party)).toMatchObject({ state: 'active' });
    expect(await avow.parties.engagements(party)).toMatchObject([{ engagement }]);

    const sides = [mei.person, bo.person] as const;
    const order = 'order-1';
    await avow.orders.open({ order, sides, serving: [{ party, categories: contact }] });
    const begun = await avow.orders.perform(order, { by: bo.person, part: true });
    expect(begun.sides.map(({ completed }) => completed)).toEqual([null, null]);
    const done = await avow.orders.perform(order, { by: bo.person });
    expect(done.sides.map(({ completed }) => completed !== null)).toContain(true);
    await avow.orders.ask(order, { by: bo.person, categories: ['contact.phone'] });
    await avow.orders.dispute(order, { by: mei.person });
    expect(await avow.orders.get(order)).toMatchObject({ state: 'disputed' });
    expect(await avow.orders.settle(order, { by: mei.person })).toMatchObject({ state: 'open' });

    const handing = { person: mei.person, purpose: 'fulfilment', categories: contact } as const;
    const sealed = await avow.acts.seal('provide', { ...handing, to: { party }, order });
    expect(sealed).toMatchObject({
      permitted: true,
      value: { sealed: expect.arrayContaining(['contact.name']) },
    });
    const [handed] = await avow.disclosures.list(mei.person);
    expect(handed).toMatchObject({ party, opens: true });
    await avow.disclosures.close(mei.person, handed?.disclosure ?? '');
    expect((await avow.orders.close(order)).state).toBe('closed');
    await avow.parties.suspend(party);
    await avow.parties.reinstate(party);
    await avow.parties.revokeKey(party, key.kid);
    expect((await avow.parties.end(party, engagement)).ended).toMatch(/Z$/);
  });

  it('attests what the policy lets somebody attest, which this one does of nothing', async () => {
    const { person } = await member('hua@example.com');
    expect(await avow.attestations.list(person)).toEqual([]);
    const unknown = { code: 'AVOW_UNKNOWN_WORD' };
    const attested = avow.attestations.attest(person, { fact: 'serving', by: person });
    await expect(attested).rejects.toMatchObject(unknown);
    const none = { code: 'AVOW_NOT_FOUND' };
    await expect(avow.attestations.sign('nobody', person)).rejects.toMatchObject(none);
    await expect(avow.attestations.end('nobody')).rejects.toMatchObject(none);
  });

  it('shows people what was done, proves it, and erases them', async () => {
    const { person } = await member('fay@example.com');
    const page = await avow.history.read(person, { limit: 5, visits: 'no' });
    const entry = page.permitted ? (page.value.history[0]?.entry ?? '') : '';
    expect(await avow.history.explain(entry, 'person')).toMatchObject({ permitted: true });
    expect(await avow.history.receipt(entry)).toMatchObject({ entry });
    const opened = await avow.history.openReceipt(person, entry);
    expect(opened.permitted && opened.value.opening.person).toBe(person);
    expect(await avow.agreement.terminate(person)).toMatchObject({ state: 'terminated' });
    const erased = await avow.acts.erase(person);
    expect(erased.permitted && erased.value.receipt?.opening.person).toBe(person);
    await expect(avow.acts.export(person)).rejects.toMatchObject({
      code: 'AVOW_ERASED',
      status: 410,
    });
  });

  it('reads the versions of the policy, and what a change asks', async () => {
    const { person } = await member('gao@example.com');
    const [version] = await avow.policy.versions();
    expect(version?.state).toBe('in-force');
    expect((await avow.policy.tallies()).length).toBeGreaterThan(0);
    expect(await avow.changes.asked(person)).toBeNull();
    const unknown = { version: 'A'.repeat(43), language: 'en' } as const;
    const coded = { code: expect.stringMatching(/^AVOW_/) };
    await expect(avow.changes.accept(person, unknown)).rejects.toMatchObject(coded);
    await expect(avow.changes.later(person, unknown.version)).rejects.toMatchObject(coded);
  });

  it('and by then has asked every route that it knows', () => {
    const unasked = Object.entries(routes).filter(([, { method, path }]) => {
      const shape = new RegExp(`^${method} ${path.replace(/\{\w+\}/g, '[^/]+')}$`);
      return !asked.some((each) => shape.test(each));
    });
    expect(unasked.map(([id]) => id)).toEqual([]);
  });
});

async function member(email: string): Promise<{ readonly person: string }> {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.answer(person, { answer: 'accept', language: 'en' });
  const fields = {
    'contact.name': 'Lin Mei',
    'contact.email': email,
    'contact.phone': '+86 139 0000 0000',
    'contact.address': '1 Quay Street, Xiamen',
  };
  const kept = await avow.acts.collect(person, {
    purpose: 'account',
    fields,
    findBy: ['contact.email'],
  });
  expect(kept.permitted).toBe(true);
  return { person };
}
