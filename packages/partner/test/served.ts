import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, clientOf, granted } from '../../../e2e/servers/client.ts';
import { startServer } from '../../../e2e/servers/server.ts';
import type { PublicJwks } from '../src/index.ts';

export const party = 'swift-carrier';
export const part = ['contact.name', 'contact.phone', 'contact.address'];
export const mei = {
  'contact.name': 'Mei 陈',
  'contact.phone': '+86 139 0000 0000',
  'contact.address': '1 Quay Street\nXiamen',
};

/** A platform in a process of its own, which works with a carrier. */
export async function startPlatform() {
  const folder = mkdtempSync(join(tmpdir(), 'avow-partner-'));
  const server = await startServer(folder, {});
  const ask = clientOf(server.url, readFileSync(join(folder, 'keys/api-key'), 'utf8').trim());
  const { engagement } = await granted(
    ask('POST', `/v1/parties/${party}/engagements`, {
      body: { as: 'servicePartner', purposes: ['fulfilment'], categories: part, country: 'CN' },
    }),
  );
  return {
    ...{ url: server.url, log: server.vkey, ask, engagement: engagement as string },
    /** Puts a party's keys on record, as whoever signs its contract does. */
    async knows(keys: PublicJwks): Promise<void> {
      for (const jwk of Object.values(keys)) {
        await granted(ask('POST', `/v1/parties/${party}/keys`, { body: { jwk } }));
      }
    },
    async stop(): Promise<void> {
      ask.close();
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody orders, and the carrier is handed, sealed, where to bring it. */
export async function handOver(
  ask: Client,
  order: string,
): Promise<{ person: string; jwe: string }> {
  const [person, other] = [await member(ask), await member(ask)];
  const serving = [{ party, categories: part }];
  await granted(ask('POST', '/v1/orders', { body: { order, sides: [person, other], serving } }));
  const question = { person, purpose: 'fulfilment', categories: part, to: { party }, order };
  const sealed = await granted(ask('POST', '/v1/acts/provide/sealed', { body: question }));
  return { person, jwe: sealed.value.jwe };
}

async function member(ask: Client): Promise<string> {
  const { person } = await granted(ask('POST', '/v1/subjects', { body: { country: 'CN' } }));
  const answer = { answer: 'accept', language: 'en' };
  await granted(ask('POST', `/v1/subjects/${person}/agreement`, { body: answer }));
  const body = { purpose: 'account', fields: mei };
  await granted(ask('POST', `/v1/subjects/${person}/fields`, { body }));
  return person;
}
