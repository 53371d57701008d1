import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

const choice = {
  party: 'bright-goods',
  action: 'share',
  purposes: ['marketing.partner'],
  categories: ['contact.email', 'contact.name'],
  language: 'en',
};

async function openShop() {
  const place = await open();
  await publishDocuments(place);
  const person = await register(place, {
    'contact.name': 'Mei',
    'contact.email': 'mei@example.com',
  });
  await ask(place.server, 'POST', '/v1/parties/bright-goods/engagements', {
    key: await place.key(),
    body: {
      as: 'marketingPartner',
      purposes: ['marketing.partner'],
      categories: ['contact.name', 'contact.email'],
      country: 'CN',
    },
  });
  const share = async () =>
    ask(place.server, 'POST', '/v1/acts/share/sealed', {
      key: await place.key('acts'),
      body: {
        person,
        purpose: 'marketing.partner',
        categories: ['contact.email'],
        to: { party: 'bright-goods' },
      },
    });
  return { ...place, person, share };
}

describe('/v1/subjects/{person}/consents', () => {
  it('a share is refused with its remedy, permitted once allowed, refused once withdrawn', async () => {
    const { server, key, person, share } = await openShop();
    const before = await share();
    expect(before.body).toMatchObject({ permitted: false });
    expect(before.body.missing[0].steps[0]).toMatchObject({ fact: 'permitted', by: 'person' });

    const asked = await ask(server, 'POST', '/v1/consents/question', {
      key: await key('evidence:read'),
      body: choice,
    });
    expect(asked.body.text).toContain('e-mail address');
    const path = `/v1/subjects/${person}/consents`;
    const given = await ask(server, 'POST', path, {
      key: await key('evidence:write'),
      body: { ...choice, answer: 'give' },
    });
    expect([given.status, given.body.state]).toEqual([201, 'given']);
    expect((await share()).body).toMatchObject({
      permitted: true,
      value: { sealed: ['contact.email'] },
    });

    const withdrawn = await ask(server, 'DELETE', `${path}/${given.body.consent}`, {
      key: await key('evidence:write'),
    });
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);
    expect((await share()).body.permitted).toBe(false);
    const listed = await ask(server, 'GET', path, { key: await key('evidence:read') });
    expect(listed.body.consents).toHaveLength(1);
    expect(listed.body.consents[0]).toMatchObject({ ...choice, state: 'withdrawn' });
  });

  it('a refusal is recorded and permits nothing', async () => {
    const { server, key, person, share } = await openShop();
    const refused = await ask(server, 'POST', `/v1/subjects/${person}/consents`, {
      key: await key(),
      body: { ...choice, answer: 'refuse' },
    });
    expect(refused.body.state).toBe('refused');
    expect((await share()).body.permitted).toBe(false);
  });

  it('a word that the policy lacks is refused, and not repeated', async () => {
    const { server, key, person } = await openShop();
    const { status, body } = await ask(server, 'POST', `/v1/subjects/${person}/consents`, {
      key: await key(),
      body: { ...choice, purposes: ['Mei Lin 5555'], answer: 'give' },
    });
    expect([status, body.code]).toEqual([422, 'AVOW_UNKNOWN_WORD']);
    expect(JSON.stringify(body)).not.toContain('Mei Lin');
  });
});
