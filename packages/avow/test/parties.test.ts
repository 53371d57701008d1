import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asPartyId, type PublicJwk } from '../src/index.ts';
import { newPair, signerOf } from './party-keys.ts';
import { carrier, engageCarrier, engageShop, shop } from './people.ts';
import { DAY, handClock, market } from './place.ts';

const about = { purposes: ['fulfilment'], categories: ['contact.phone'], country: 'CN' } as const;

describe('a key of a party', () => {
  it.each([
    ['P-256', 'enc'],
    ['X25519', 'enc'],
    ['P-256', 'sig'],
    ['Ed25519', 'sig'],
  ] as const)('on %s for %s is named by its thumbprint, and revoked for good', async (crv, use) => {
    const { parties } = await market();
    const { jwk } = newPair(crv, use);
    const added = await parties.addKey({ party: carrier, jwk });
    expect(added).toMatchObject({ party: carrier, use, revoked: undefined });
    expect(added.jwk).toEqual({ ...jwk, kid: added.kid });
    const again = { party: carrier, jwk };
    await expect(parties.addKey(again)).rejects.toMatchObject({ code: 'AVOW_EXISTS' });
    const isSigning = async () =>
      (await parties.signingKey({ party: carrier, kid: added.kid })) !== undefined;
    expect(await isSigning()).toBe(use === 'sig');
    await parties.revokeKey({ party: carrier, kid: added.kid });
    expect(await isSigning()).toBe(false);
    await expect(parties.addKey(again)).rejects.toMatchObject({ code: 'AVOW_EXISTS' });
    expect(await parties.keys(carrier)).toMatchObject([{ revoked: expect.any(Number) }]);
  });

  it('has the thumbprint that RFC 8037 A.3 gives', async () => {
    const { parties } = await market();
    const jwk: PublicJwk = {
      ...{ kty: 'OKP', crv: 'Ed25519', use: 'sig' },
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    };
    const { kid } = await parties.addKey({ party: carrier, jwk });
    expect(kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('is refused with a private member, off its curve, of small order, or for another use', async () => {
    const { parties } = await market();
    const ed = newPair();
    const zeros = Buffer.alloc(32).toString('base64url');
    const p256 = newPair('P-256').jwk;
    const refused: readonly object[] = [
      ed.secret.export({ format: 'jwk' }),
      { ...ed.jwk, d: undefined },
      { ...ed.jwk, use: 'enc' },
      { ...ed.jwk, kid: 'mine' },
      { ...newPair('X25519', 'enc').jwk, use: 'sig' },
      { ...newPair('X25519', 'enc').jwk, x: zeros },
      { ...ed.jwk, x: zeros },
      // y = 2 is on no point; y = p + 3 is a second name of another.
      { ...ed.jwk, x: Buffer.from([2, ...Buffer.alloc(31)]).toString('base64url') },
      { ...ed.jwk, x: Buffer.from([0xf0, ...Buffer.alloc(30, 0xff), 0x7f]).toString('base64url') },
      { ...p256, y: p256.x },
      { ...p256, y: zeros },
      { ...p256, crv: 'P-384' },
      { ...p256, x: `${p256.x}=` },
    ];
    for (const jwk of refused) {
      const adding = parties.addKey({ party: carrier, jwk: { use: 'sig', ...jwk } as never });
      await expect(adding, JSON.stringify(Object.keys(jwk))).rejects.toMatchObject({
        code: 'AVOW_INPUT',
      });
    }
    expect(await parties.keys(carrier)).toEqual([]);
  });
});

describe('an engagement', () => {
  it('says whether the party serves alone, or with the platform and which affiliates', async () => {
    const { parties } = await market();
    const group = asPartyId('group-logistics');
    const engage = (jointly?: readonly ('platform' | typeof group)[]) =>
      parties.engage({
        party: carrier,
        as: 'servicePartner',
        ...about,
        ...(jointly && { jointly }),
      });
    expect(await engage()).toMatchObject({ jointly: undefined });
    await expect(engage(['platform', group])).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    await parties.engage({ party: group, as: 'affiliate', ...about });
    expect(await engage(['platform', group])).toMatchObject({
      jointly: ['group-logistics', 'platform'],
    });
    await expect(engage([carrier])).rejects.toMatchObject({ code: 'AVOW_INPUT' });
  });
});

describe('what a party does for people', () => {
  it('is said in words of the policy’s languages, and few', async () => {
    const { parties } = await market();
    const engage = (service: object) =>
      parties.engage({ party: carrier, as: 'servicePartner', ...about, service });
    const service = { en: 'delivers parcels', 'zh-CN': '派送包裹' };
    expect(await engage(service)).toMatchObject({ service });
    expect(await parties.list(carrier)).toMatchObject([{ service }]);
    for (const [wrong, code] of [
      [{}, 'AVOW_INPUT'],
      [{ fr: 'livre des colis' }, 'AVOW_UNKNOWN_WORD'],
      [{ en: 'x'.repeat(201) }, 'AVOW_INPUT'],
    ] as const) {
      await expect(engage(wrong)).rejects.toMatchObject({ code });
    }
  });
});

describe('parties', () => {
  it('are listed a page at a time, each with all that is on record of it', async () => {
    const { parties } = await market();
    await engageShop({ parties } as never);
    const { engagement } = await engageCarrier({ parties } as never);
    const { kid } = await signerOf({ parties }, asPartyId('a"quoted'));
    await parties.suspend({ party: shop });
    await parties.end({ party: carrier, engagement });
    const first = await parties.everyone({ limit: 2 });
    expect(first.map(({ party }) => party)).toEqual(['a"quoted', carrier].sort());
    const rest = await parties.everyone({ after: first[1]!.party, limit: 2 });
    expect(rest.map(({ party, state }) => [party, state])).toEqual([[shop, 'suspended']]);
    expect(await parties.get(carrier)).toMatchObject({
      engagements: [{ engagement, ended: expect.any(Number) }],
      duties: [{ state: 'due', engagement }],
      violations: { wrongKey: 0 },
    });
    expect((await parties.get(asPartyId('a"quoted')))?.keys).toMatchObject([{ kid }]);
    expect(await parties.get(asPartyId('nobody'))).toBeUndefined();
  });

  it('have a fault on record once, however often and by however many it is noted', async () => {
    const avow = await market();
    await engageCarrier(avow);
    await Promise.all(Array.from({ length: 8 }, () => avow.parties.noteWrongKey(carrier)));
    await avow.parties.noteWrongKey(asPartyId('nobody'));
    const [one, ...others] = await avow.parties.violations(carrier);
    expect([one, others]).toMatchObject([{ kind: 'wrongKey', matter: undefined }, []]);
    expect(await avow.parties.get(asPartyId('nobody'))).toBeUndefined();
  });
});

describe('a party that owes deletion', () => {
  it('is told once a stage, by a hint without content, over however many rounds', async () => {
    const told: string[] = [];
    const listener = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text) => told.push(`${request.method} ${text}`));
      request.on('end', () => response.writeHead(302, { location: '/elsewhere' }).end());
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void listener.close());
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const clock = handClock();
    const { parties } = await market({ clock });
    const { engagement } = await engageCarrier({ parties } as never);
    await parties.notifyAt({ party: carrier, notify: `http://127.0.0.1:${port}/hint` });
    await parties.end({ party: carrier, engagement });
    for (const days of [0, 8, 8]) {
      clock.pass(days * DAY);
      await parties.remind();
      await parties.remind();
    }
    expect(told).toEqual(Array(3).fill('POST {"see":"duties"}'));
    const [duty] = await parties.duties();
    expect(duty).toMatchObject({ state: 'overdue', party: carrier });
    expect(duty?.hints.map(({ stage, came }) => [stage, came])).toEqual([
      ['due', 'refused'],
      ['reminded', 'refused'],
      ['overdue', 'refused'],
    ]);
  });

  it.each(['http://party.example/', 'https://me:secret@party.example/', 'file:///etc/passwd', 'x'])(
    'is not told at %s',
    async (notify) => {
      const { parties } = await market();
      const setting = parties.notifyAt({ party: carrier, notify });
      await expect(setting).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'notify' });
    },
  );
});
