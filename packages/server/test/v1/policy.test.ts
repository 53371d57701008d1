import { harbourMarket, marketPolicy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';

describe('/v1/policy', () => {
  it('puts a version in force, which the page then shows, and keeps the earlier one', async () => {
    const { server, key } = await open();
    const earlier = (await ask(server, 'GET', '/v1/policy/versions')).body.versions[0];
    const changed = marketPolicy({ ...harbourMarket, cookies: 'unless-refused' });
    const published = await ask(server, 'POST', '/v1/policy/versions', {
      key: await key('admin'),
      body: { policy: changed },
    });
    expect([published.status, published.body.state]).toEqual([201, 'in-force']);
    const { versions } = (await ask(server, 'GET', '/v1/policy/versions')).body;
    expect(versions.map((each: { digest: string }) => each.digest)).toEqual([
      published.body.digest,
      earlier.digest,
    ]);
    expect((await ask(server, 'GET', '/policy.json')).body).toEqual(
      JSON.parse(JSON.stringify(changed)),
    );
    const old = await ask(server, 'GET', `/policy?version=${earlier.digest}`);
    expect(old.body).toContain('Archived');
  });

  it('refuses what is no policy, and leaves the one in force', async () => {
    const { server, key } = await open();
    const before = (await ask(server, 'GET', '/policy.json')).body;
    for (const policy of [{}, { ...before, clauses: [] }, { ...before, vocabulary: 7 }]) {
      const { status, body } = await ask(server, 'POST', '/v1/policy/versions', {
        key: await key('admin'),
        body: { policy },
      });
      expect(status).toBe(422);
      expect(body.code).toMatch(/^AVOW_POLICY_/);
    }
    expect((await ask(server, 'GET', '/policy.json')).body).toEqual(before);
  });

  it('counts what each sentence did', async () => {
    const { server, key, avow } = await open();
    const { person } = (await ask(server, 'POST', '/v1/subjects', { key: await key(), body: {} }))
      .body;
    const { sentence } = (
      await ask(server, 'POST', '/v1/acts/use', {
        key: await key(),
        body: { person, purpose: 'account', categories: ['contact.name'] },
      })
    ).body;
    const told = async () => {
      await avow.log.flush();
      return (await ask(server, 'GET', '/v1/policy/tallies')).body;
    };
    const { fewerThan, tallies } = await told();
    expect(fewerThan).toBe(5);
    expect(tallies).toContainEqual({ sentence, permitted: 0, refused: null });
    for (let more = 1; more < fewerThan; more += 1) {
      await avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
    }
    expect((await told()).tallies).toContainEqual({ sentence, permitted: 0, refused: fewerThan });
  });
});
