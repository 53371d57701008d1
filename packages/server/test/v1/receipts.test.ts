import { verifyPromise, verifyReceipt } from '@avow/ledger/verify';
import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

describe('/v1/entries/{entry}/receipt', () => {
  it('proves a record with the log’s key, and opens its commitment for the person named', async () => {
    const place = await open();
    const { server, key, avow } = place;
    await publishDocuments(place);
    const person = await register(place);
    const { entry, promise } = (
      await ask(server, 'POST', '/v1/acts/use', {
        key: key(),
        body: { person, purpose: 'account', categories: ['contact.name'] },
      })
    ).body;
    const vkey = (await ask(server, 'GET', '/log/key')).body.trim();
    expect(vkey).toBe(avow.log.vkey);
    const path = `/v1/entries/${entry}/receipt`;
    const early = (await ask(server, 'GET', path, { key: key('history:read') })).body;
    const body = Buffer.from(early.body, 'base64');
    expect(await verifyPromise({ note: promise, vkey, body })).toMatchObject({ ok: true });

    await avow.log.flush();
    const bare = (await ask(server, 'GET', path, { key: key('history:read') })).body;
    expect(bare).toMatchObject({ entry, vkey, opening: null });
    expect(await verifyReceipt({ proofText: bare.proof, vkey, body })).toMatchObject({ ok: true });
    const opened = (await ask(server, 'GET', `${path}?person=${person}`, { key: key() })).body;
    expect(opened.opening).toMatchObject({ person });
  });

  it('answers 404 for an entry that there is not', async () => {
    const { server, key } = await open();
    const { status } = await ask(server, 'GET', '/v1/entries/999999/receipt', { key: key() });
    expect(status).toBe(404);
  });
});
