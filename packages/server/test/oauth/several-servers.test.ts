import { createSecretKey, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policy } from '@avow/policy-market';
import { asPartyId, createAvow } from 'avow';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signerOf } from '../../../avow/test/party-keys.ts';
import { newDatabase } from '../../../vault/test/postgres/database.ts';
import { createServer } from '../../src/index.ts';
import { ask } from '../open.ts';
import { askToken, assertionOf } from './client.ts';

const carrier = asPartyId('swift-parcels');

/** Two servers on the same databases, with nothing else in common. */
async function twoServers() {
  const folder = mkdtempSync(join(tmpdir(), 'avow-two-'));
  const root = createSecretKey(randomBytes(32));
  const [data, keys] = await Promise.all([newDatabase(), newDatabase()]);
  const start = async () => {
    const avow = await createAvow({
      policy,
      database: { data, keys },
      anchor: join(folder, 'checkpoint'),
      keys: { rootKey: async () => root, source: 'this test' },
      region: 'home',
    });
    const silent = { info: () => undefined, error: () => undefined };
    const server = await createServer({ avow, keys: data, log: silent, url: 'http://market.test' });
    onTestFinished(() => server.close());
    return { avow, server, url: (await server.listen({ port: 0 })).url };
  };
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const one = await start();
  return [one, await start()] as const;
}

describe('of two servers on one PostgreSQL', () => {
  it('neither takes a token from when its key was revoked, nor an assertion that the other took', async () => {
    const [one, two] = await twoServers();
    const signer = await signerOf(one.avow, carrier);
    const assertion = assertionOf(signer, carrier, 'http://market.test');
    const asked = await Promise.all(
      [one, two, one, two].map(({ url }) => askToken(url, assertion)),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect(await two.avow.parties.violations(carrier)).toMatchObject([{ kind: 'wrongKey' }]);

    const key = String(asked.find(({ status }) => status === 200)?.body['access_token']);
    const duties = async () => (await ask(two.server, 'GET', '/v1/partner/duties', { key })).status;
    expect(await duties()).toBe(200);
    // Asked without a pause while the other server revokes: whatever was asked after that, is refused.
    const during: { readonly began: number; readonly status: number }[] = [];
    let revoked = Number.POSITIVE_INFINITY;
    const asking = (async () => {
      while (during.length < 10_000 && !during.some(({ began }) => began > revoked)) {
        during.push({ began: performance.now(), status: await duties() });
      }
    })();
    await one.avow.parties.revokeKey({ party: carrier, kid: signer.kid });
    revoked = performance.now();
    await asking;
    const after = during.filter(({ began }) => began > revoked);
    expect(after.map(({ status }) => status)).toEqual([401]);
  });

  it('one tells a party what it owes, and the other does not tell it again', async () => {
    const [{ avow }, other] = await twoServers();
    let told = 0;
    const listener = createHttpServer((request, response) => {
      told += 1;
      request.resume().on('end', () => response.writeHead(204).end());
    }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    onTestFinished(() => void listener.close());
    const { port } = listener.address() as AddressInfo;
    await avow.parties.notifyAt({ party: carrier, notify: `http://127.0.0.1:${port}/` });
    const { engagement } = await avow.parties.engage({
      ...{ party: carrier, as: 'servicePartner', country: 'CN' },
      ...{ purposes: ['fulfilment'], categories: ['contact.phone'] },
    });
    await avow.parties.end({ party: carrier, engagement });
    const moved = await Promise.all([avow, other.avow].map(({ parties }) => parties.remind()));
    expect([told, moved.reduce((all, each) => all + each)]).toEqual([1, 1]);
    expect(await avow.parties.duties(carrier)).toMatchObject([
      { state: 'due', hints: [{ stage: 'due', came: 'taken' }] },
    ]);
  });
});
