import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

describe('/v1/subjects/{person}/erasure', () => {
  it('erases: a receipt, and from then on nothing of the person', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const person = await register(place);
    const erased = await ask(server, 'POST', `/v1/subjects/${person}/erasure`, {
      key: await key('acts'),
    });
    expect([erased.status, erased.body.permitted]).toEqual([200, true]);
    expect(erased.body.value).toMatchObject({ person, receipt: { opening: { person } } });
    expect(Date.parse(erased.body.value.recoverableUntil)).toBeGreaterThan(Date.now());

    const used = await ask(server, 'POST', '/v1/acts/use', {
      key: await key(),
      body: { person, purpose: 'account', categories: ['contact.name'] },
    });
    expect(used.body.permitted).not.toBe(true);
    expect(JSON.stringify(used.body)).not.toContain('Mei');
    const history = await ask(server, 'GET', `/v1/subjects/${person}/history`, {
      key: await key(),
    });
    expect([history.status, history.body.code]).toEqual([410, 'AVOW_ERASED']);
  });
});
