import { verifyPromise, verifyReceipt } from '@avow/ledger/verify';
import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

describe('/v1/entries/{entry}/receipt', () => {
  it('proves a record with the log’s key', async () => {
    const place = await open();
    const { server, key, avow } = place;
    await publishDocuments(place);
    const person = await register(place);
    const { entry, promise } = (
      await ask(server, 'POST', '/v1/acts/use', {
        key: await key(),
        body: { person, purpose: 'account', categories: ['contact.name'] },
      })
    ).body;
    const vkey = (await ask(server, 'GET', '/log/key')).body.trim();
    expect(vkey).toBe(avow.log.vkey);
    const path = `/v1/entries/${entry}/receipt`;
    const early = (await ask(server, 'GET', path, { key: await key('history:read') })).body;
    const body = Buffer.from(early.body, 'base64');
    expect(await verifyPromise({ note: promise, vkey, body })).toMatchObject({ ok: true });

    await avow.log.flush();
    const bare = (await ask(server, 'GET', path, { key: await key('history:read') })).body;
    expect(bare).toMatchObject({ entry, vkey });
    expect(bare).not.toHaveProperty('opening');
    expect(await verifyReceipt({ proofText: bare.proof, vkey, body })).toMatchObject({ ok: true });
  });

  it('answers 404 for an entry that there is not', async () => {
    const { server, key } = await open();
    const { status } = await ask(server, 'GET', '/v1/entries/999999/receipt', { key: await key() });
    expect(status).toBe(404);
  });
});

describe('/v1/subjects/{person}/history/{entry}/receipt', () => {
  it('opens the commitment for the person of whom the entry speaks, by a decision', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const [person, other] = [await register(place), await register(place)];
    const { entry } = (
      await ask(server, 'POST', '/v1/acts/use', {
        key: await key(),
        body: { person, purpose: 'account', categories: ['contact.name'] },
      })
    ).body;
    const opened = async (of: string) =>
      ask(server, 'GET', `/v1/subjects/${of}/history/${entry}/receipt`, {
        key: await key('history:read'),
      });
    const { body } = await opened(person);
    expect(body).toMatchObject({ permitted: true, sentence: 'S.2.2' });
    expect(body.value).toMatchObject({ entry, opening: { person } });
    expect(body.entry).not.toBe(entry);

    const { status, body: problem } = await opened(other);
    expect([status, problem.code]).toEqual([404, 'AVOW_NOT_FOUND']);
  });
});
