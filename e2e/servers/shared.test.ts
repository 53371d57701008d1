import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, granted } from './client.ts';
import { type Deployment, makeDeployment, type Served } from './deployment.ts';
import { member, use } from './people.ts';

let deployment: Deployment;
let one: Served;
let other: Served;

beforeAll(async () => {
  deployment = await makeDeployment();
  one = await deployment.serve();
  other = await deployment.serve();
}, 300_000);
afterAll(() => deployment.remove());

describe('of two servers on one PostgreSQL', () => {
  it('one has what the other wrote, and both write one log', async () => {
    const person = await member(one.ask);
    const found = await other.ask('GET', `/v1/subjects/${person}`);
    expect(found).toMatchObject({ status: 200, body: { person } });
    expect(other.vkey).toBe(one.vkey);
  });

  it('one refuses an API key that was revoked on the other', async () => {
    const body = { label: 'a shop', scopes: ['subjects:read', 'subjects:write'] };
    const made = await granted(one.ask('POST', '/v1/keys', { body }));
    const asShop = clientOf(other.url, made.key);
    expect((await asShop('POST', '/v1/subjects', { body: {} })).status).toBe(201);
    await granted(one.ask('DELETE', `/v1/keys/${made.id}`));
    const refused = await asShop('POST', '/v1/subjects', { body: {} });
    expect(refused).toMatchObject({ status: 401, body: { code: 'AVOW_KEY_REFUSED' } });
    asShop.close();
  });

  it('one refuses what was suspended or erased on the other, whatever it had at hand', async () => {
    const person = await member(one.ask);
    expect(await use(other.ask, person)).toBe('permitted');
    await granted(one.ask('PUT', `/v1/subjects/${person}/suspension`));
    expect(await use(other.ask, person)).toMatch(/^refused by /);
    await granted(other.ask('DELETE', `/v1/subjects/${person}/suspension`));
    expect(await use(one.ask, person)).toBe('permitted');
    await granted(one.ask('POST', `/v1/subjects/${person}/erasure`));
    expect(await use(other.ask, person)).toBe('AVOW_ERASED');
    expect(await use(one.ask, person)).toBe('AVOW_ERASED');
  });

  it('one refuses what was withdrawn, or ended, on the other', async () => {
    const person = await member(one.ask);
    const about = { purposes: ['marketing.partner'], categories: ['contact.name'] };
    const terms = { ...about, as: 'marketingPartner', country: 'CN' };
    const engaged = '/v1/parties/bright-goods/engagements';
    const engagement = () => granted(one.ask('POST', engaged, { body: terms }));
    const consents = `/v1/subjects/${person}/consents`;
    const yes = {
      ...about,
      party: 'bright-goods',
      action: 'share',
      language: 'en',
      answer: 'give',
    };
    const consent = () => granted(one.ask('POST', consents, { body: yes }));
    const share = async () => {
      const { categories } = about;
      const to = { party: 'bright-goods' };
      const body = { person, purpose: 'marketing.partner', categories, to };
      return (await granted(other.ask('POST', '/v1/acts/share/sealed', { body }))).permitted;
    };
    const first = { ...(await engagement()), ...(await consent()) };
    expect(await share()).toBe(true);
    await granted(one.ask('DELETE', `${consents}/${first.consent}`));
    expect(await share()).toBe(false);
    await consent();
    expect(await share()).toBe(true);
    await granted(one.ask('DELETE', `${engaged}/${first.engagement}`));
    expect(await share()).toBe(false);
  });

  it('one knows a retry of what was asked of the other', async () => {
    const asking = { body: { country: 'CN' }, once: 'asked-twice' };
    const first = await one.ask('POST', '/v1/subjects', asking);
    const again = await other.ask('POST', '/v1/subjects', asking);
    expect(again.body).toEqual(first.body);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('each shows and decides by the version that was published on the other', async () => {
    const person = await member(one.ask);
    expect(await use(other.ask, person)).toBe('permitted');
    const policy = await granted(other.ask('GET', '/policy.json'));
    const title = { ...policy.title, en: 'The second edition' };
    const clauses = policy.clauses.map(withoutRulesOf('2.c.1'));
    const body = { policy: { ...policy, title, clauses } };
    const { digest } = await granted(one.ask('POST', '/v1/policy/versions', { body }));
    expect((await other.ask('GET', '/policy.json')).headers['etag']).toBe(`"${digest}"`);
    const pages = ['/policy?lang=en', '/policy.md?lang=en', '/clauses?lang=en'];
    for (const page of pages) {
      expect((await other.ask('GET', page)).body, page).toContain('The second edition');
    }
    const asked = { person, purpose: 'account', categories: ['contact.name'] };
    const preview = other.ask('POST', '/v1/acts/use/preview', { body: asked });
    expect(await preview).toMatchObject({ body: { permitted: false, sentence: 'P.1' } });
    expect(await use(other.ask, person)).toBe('refused by P.1');

    // Back to the first would permit more, which people must be told of ahead of time.
    const wider = await other.ask('POST', '/v1/policy/versions', { body: { policy } });
    expect(wider).toMatchObject({ status: 409, body: { code: 'AVOW_UNANNOUNCED' } });
    const third = { ...body.policy, title: { ...title, en: 'The third edition' } };
    await granted(other.ask('POST', '/v1/policy/versions', { body: { policy: third } }));
    expect((await one.ask('GET', '/policy?lang=en')).body).toContain('The third edition');
    expect(await use(one.ask, person)).toBe('refused by P.1');
  });

  it('none tells the password of a database', () => {
    const passwords = [deployment.data, deployment.keys].map((place) => new URL(place).password);
    for (const password of passwords) {
      expect(password.length).toBeGreaterThan(0);
      for (const line of [...one.said, ...other.said]) expect(line).not.toContain(password);
    }
  });

  it('both are ready', async () => {
    for (const server of [one, other]) {
      expect((await server.ask('GET', '/ready')).body).toMatchObject({ ready: true });
    }
  });
});

/** A clause, with every rule of one sentence taken back. */
function withoutRulesOf(id: string) {
  type Clause = { readonly sentences: readonly { readonly id: string }[] };
  const information = [{ kind: 'information' }];
  return (clause: Clause): Clause => ({
    ...clause,
    sentences: clause.sentences.map((sentence) =>
      sentence.id === id ? { ...sentence, backings: information } : sentence,
    ),
  });
}
