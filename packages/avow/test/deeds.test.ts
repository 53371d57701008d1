import { describe, expect, it } from 'vitest';
import { asPartyId, auditAvow, type PersonId } from '../src/index.ts';
import { placesOf } from '../src/places.ts';
import { court, DOCUMENT, engage, giveKey, operators } from './desk.ts';
import { historyOf, member } from './people.ts';
import { DAY, handClock, type Market, market, openMarket, place, storesOf } from './place.ts';
import { longer } from './versions.ts';

const carrier = asPartyId('carrier');
const terms = {
  party: carrier,
  as: 'servicePartner',
  purposes: ['fulfilment'],
  categories: ['contact.name'],
  country: 'CN',
} as const;
const texts = {
  en: { subject: 'New lamps', text: 'They burn.' },
  'zh-CN': { subject: '新灯', text: '很亮。' },
} as const;

/** Everything that an operator may do outside of a case, each once, in turn. */
async function everyDeed(avow: Market, by: PersonId): Promise<void> {
  const { parties, mechanisms, campaigns } = avow;
  const { engagement } = await parties.engage({ ...terms, by });
  await parties.notifyAt({ party: carrier, notify: 'https://carrier.example/told', by });
  await parties.suspend({ party: carrier, by });
  await parties.reinstate({ party: carrier, by });
  await parties.end({ party: carrier, engagement, by });
  const { purposes, categories } = terms;
  const way = { kind: 'contract', origin: 'CN', destination: 'DE', document: DOCUMENT } as const;
  const { mechanism } = await mechanisms.register({ ...way, purposes, categories, by });
  await mechanisms.end({ mechanism, by });
  const { campaign } = await campaigns.create({ texts, by });
  await campaigns.retry({ campaign, by });
  await campaigns.pause({ campaign, by });
  await campaigns.end({ campaign, by });
}

describe('what an operator does', () => {
  it('is on record with who did it, and proven by the log; a program does it as nobody', async () => {
    const clock = handClock();
    const folder = place();
    const avow = await openMarket(folder, { clock });
    const [mei, wang] = await operators(avow);
    await everyDeed(avow, mei);
    clock.pass(1_000);
    await engage(avow, court, 'authority');
    await giveKey(avow, carrier);
    const [{ kid } = { kid: '' }] = await avow.parties.keys(carrier);
    clock.pass(1_000);
    await avow.parties.revokeKey({ party: carrier, kid, by: wang });
    const deeds = await avow.desk.deeds();
    expect(deeds.map(({ evidence, state }) => `${evidence} ${state}`).sort()).toEqual(
      [
        ...['engagement live', 'engagement ended', 'partyNotify set', 'partyKey revoked'],
        ...['partyStanding suspended', 'partyStanding active'],
        ...['mechanism live', 'mechanism ended'],
        ...['campaign running', 'campaign retried', 'campaign paused', 'campaign ended'],
      ].sort(),
    );
    const about = await avow.desk.deeds({ party: carrier });
    expect(about[0]).toEqual({
      ...{ by: wang, at: clock.now(), evidence: 'partyKey', state: 'revoked' },
      ...{ of: expect.stringContaining(kid), party: carrier },
    });
    expect(new Set(about.slice(1).map(({ by }) => by))).toEqual(new Set([mei]));
    expect(await avow.desk.deeds({ party: court })).toEqual([]);
    expect(await avow.desk.deeds({ limit: 1 })).toHaveLength(1);
    const { vkey } = avow.log;
    await avow.close();
    const { database, anchor } = await storesOf(folder);
    const { data, anchor: kept } = placesOf(database, anchor);
    expect(await auditAvow({ data, anchor: String(kept), vkey })).toMatchObject({ ok: true });
  });

  it('is done by nobody who is not appointed, and nothing of it stays', async () => {
    const avow = await market();
    const [mei] = await operators(avow);
    const { engagement } = await avow.parties.engage(terms);
    await avow.desk.staff.dismiss({ operator: mei });
    const nobody = { code: 'AVOW_NOT_FOUND', field: 'by' };
    const stranger = await member(avow);
    for (const by of [mei, stranger, 'p_nobody' as PersonId]) {
      const ended = avow.parties.end({ party: carrier, engagement, by });
      await expect(ended).rejects.toMatchObject(nobody);
    }
    expect(await avow.parties.list(carrier)).toMatchObject([{ ended: undefined }]);
    expect(await avow.desk.deeds()).toEqual([]);
  });

  it('that changes the policy is on record as theirs too', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const [mei, wang] = await operators(avow);
    const stranger = await member(avow);
    const announcing = {
      policy: longer('visit'),
      from: clock.now() + 31 * DAY,
      channels: ['page'],
      summary: { en: 'Longer.', 'zh-CN': '更久。' },
    } as const;
    await expect(avow.policy.announce({ ...announcing, by: stranger })).rejects.toMatchObject({
      ...{ code: 'AVOW_NOT_FOUND', field: 'by' },
    });
    const { version } = await avow.policy.announce({ ...announcing, by: mei });
    await avow.policy.postpone({ version, from: clock.now() + 40 * DAY, by: wang });
    await avow.policy.answer({ version, answer: announcing.summary, by: mei });
    await avow.policy.withdraw({ version, by: wang });
    const deeds = await avow.desk.deeds();
    expect(deeds.map(({ by, state, of }) => [by, state, of])).toEqual(
      expect.arrayContaining([
        [mei, 'announced', version],
        [wang, 'postponed', version],
        [mei, 'answered', version],
        [wang, 'withdrawn', version],
      ]),
    );
    expect(deeds).toHaveLength(4);
  });

  it('is not another’s because the same request comes again in their name', async () => {
    const avow = await market();
    const [mei, wang] = await operators(avow);
    const once = { party: carrier, idempotencyKey: 'suspend-it-once' };
    const first = await avow.parties.suspend({ ...once, by: mei });
    expect((await avow.parties.suspend({ ...once, by: mei })).entry).toBe(first.entry);
    await expect(avow.parties.suspend({ ...once, by: wang })).rejects.toMatchObject({
      code: 'AVOW_IDEMPOTENCY_MISMATCH',
    });
    expect(await avow.desk.deeds()).toMatchObject([{ by: mei, state: 'suspended' }]);
  });

  it('of a person stands in that person’s history, and says nothing of the operator but an id', async () => {
    const avow = await market();
    const [mei] = await operators(avow);
    const person = await member(avow, 'Lin');
    const { violation } = await avow.registers.violations.record({
      ...{ person, rule: 'pay-in-time', happened: Date.now() - 1_000, reason: 'Late.', by: mei },
    });
    expect(await avow.desk.deeds()).toMatchObject([{ by: mei, of: violation, party: undefined }]);
    const [newest] = await historyOf(avow, person);
    expect(newest?.what).toMatchObject({ kind: 'evidence', evidence: 'violation', state: 'open' });
    await avow.erase({ person });
    expect(await avow.desk.deeds()).toMatchObject([{ by: mei, of: violation }]);
  });
});
