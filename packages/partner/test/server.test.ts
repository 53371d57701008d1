import { afterAll, beforeAll, expect, test } from 'vitest';
import { granted } from '../../../e2e/servers/client.ts';
import {
  createPartner,
  generateKeys,
  isPartnerFault,
  keysOfJwks,
  type Partner,
} from '../src/index.ts';
import { handOver, mei, party, startPlatform } from './served.ts';

type Platform = Awaited<ReturnType<typeof startPlatform>>;
let platform: Platform;
let partner: Partner;

beforeAll(async () => {
  platform = await startPlatform();
  const keys = await generateKeys();
  await platform.knows(keys.public);
  const { url: server, log } = platform;
  partner = createPartner({ server, party, log, keys: await keysOfJwks(keys.private) });
});
afterAll(() => platform?.stop());

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing',
    (fault) => (isPartnerFault(fault) ? [fault.code, fault.problem] : fault),
  );

test('what was handed over is listed, opened, read and closed against a server elsewhere', async () => {
  const { ask } = platform;
  const { person, jwe } = await handOver(ask, 'order-1');
  const [handed] = await everything(partner);
  expect(handed).toMatchObject({
    jwe,
    sealed: ['contact.name', 'contact.address'],
    online: ['contact.phone'],
    action: 'provide',
    purpose: 'fulfilment',
    order: 'order-1',
  });

  const opened = await partner.open(jwe, { language: 'zh-CN' });
  if (!opened.permitted) throw new Error(`refused by ${opened.sentence}`);
  expect(opened).toMatchObject({ sentence: '2.a.4', language: 'zh-CN' });
  const { 'contact.phone': phone, ...sealed } = mei;
  expect(opened.value.values).toEqual(sealed);
  expect(opened.value.expires - Date.now()).toBeLessThanOrEqual(60_000);
  const read = await partner.read(handed!.disclosure, ['contact.phone']);
  expect(read.permitted && read.value.values).toEqual({ 'contact.phone': phone });

  const path = `/v1/subjects/${person}/disclosures/${handed!.disclosure}`;
  const closed = await granted(ask('DELETE', path));
  expect(closed.running).toHaveLength(1);
  expect(await everything(partner)).toEqual([]);
  const late = await partner.open(handed!);
  expect(late).toMatchObject({ permitted: false, missing: [] });
  expect(late.text).toContain('service');
});

test('an opening is on the log, and its receipt is checked against the key that was handed over', async () => {
  const { jwe } = await handOver(platform.ask, 'order-2');
  const { entry } = await partner.open(jwe);
  const receipt = await proven(entry);
  expect(await partner.verify(receipt)).toMatchObject({ ok: true, state: 'proven' });
  const checkpoint = receipt.proof.slice(receipt.proof.indexOf('\n\n') + 2);
  expect(await partner.verify(receipt, { checkpoint })).toMatchObject({ ok: true });
  const altered = { ...receipt, entry: 'another' };
  expect(await partner.verify(altered)).toMatchObject({ ok: false, where: 'body' });
});

test('what is another’s, and who comes with a stranger’s key, is told apart and opens nothing', async () => {
  const { jwe } = await handOver(platform.ask, 'order-3');
  const strangers = await keysOfJwks((await generateKeys()).private);
  const { url: server, log } = platform;
  const as = (name: string) => createPartner({ server, party: name, log, keys: strangers });
  expect(await refusalOf(as(party).open(jwe))).toEqual(['AVOW_PARTNER_ACCESS', 'invalid_client']);
  expect(await refusalOf(as('nobody').open(jwe))).toEqual([
    'AVOW_PARTNER_ACCESS',
    'invalid_client',
  ]);
  expect(await refusalOf(partner.open({ disclosure: 'none', jwe }))).toEqual([
    'AVOW_PARTNER_PROBLEM',
    'AVOW_NOT_FOUND',
  ]);
});

test('what is owed after the end is told, and confirmed by a signature', async () => {
  const { ask, engagement } = platform;
  await granted(ask('DELETE', `/v1/parties/${party}/engagements/${engagement}`));
  const [owed] = await partner.duties();
  expect(owed).toMatchObject({ engagement, state: 'due' });
  expect(owed!.due).toBeGreaterThan(Date.now());
  await partner.refuse(owed!.duty);
  expect((await partner.duties())[0]?.state).toBe('refused');
  expect(await refusalOf(partner.confirm(owed!.duty, []))).toEqual([
    'AVOW_PARTNER_PROBLEM',
    'AVOW_INPUT',
  ]);
  await partner.confirm(owed!.duty, owed!.categories);
  expect((await partner.duties())[0]?.state).toBe('confirmed');
});

async function everything(of: Partner) {
  const found = [];
  for await (const each of of.disclosures()) found.push(each);
  return found;
}

/** The receipt of an entry, once the log has integrated it: it does so within a second. */
async function proven(entry: string) {
  for (;;) {
    const receipt = await granted(platform.ask('GET', `/v1/entries/${entry}/receipt`));
    if (receipt.proof !== null) return receipt;
  }
}
