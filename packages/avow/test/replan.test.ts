import type { Vault } from '@avow/vault';
import { describe, expect, it } from 'vitest';
import { historyClass } from '../src/conventions.ts';
import type { DisclosureId } from '../src/index.ts';
import { editionOf } from '../src/policy/edition.ts';
import { InForce } from '../src/policy/in-force.ts';
import { publish } from '../src/policy/publish.ts';
import { permittedBy, refusedBy } from './cited.ts';
import { disturbedMarket } from './faulty.ts';
import { leavesOf } from './log.ts';
import {
  carrier,
  engageCarrier,
  engageShop,
  knowBroker,
  member,
  openOrder,
  order,
  shop,
} from './people.ts';
import { market } from './place.ts';

/** Runs something between the plan of an act and its unit, while it is set. */
function between() {
  const hook: { run: (() => Promise<unknown>) | undefined } = { run: undefined };
  const disturb = (vault: Vault): Vault => ({
    ...vault,
    async act(act) {
      const { run } = hook;
      hook.run = undefined;
      await run?.();
      return vault.act(act);
    },
  });
  return { hook, disturb };
}

describe('an act whose plan is overtaken', () => {
  it('is planned anew: the party had become somebody else meanwhile', async () => {
    const { hook, disturb } = between();
    const avow = await disturbedMarket(disturb);
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await openOrder(avow, seller, buyer);
    const categories = ['contact.address'] as const;
    const about = { purpose: 'fulfilment', categories, to: { party: carrier }, order } as const;
    hook.run = () => engageCarrier(avow);
    permittedBy(await avow.disclosures.seal('provide', { person: buyer, ...about }), '2.a.4');
    const provided = (await leavesOf(avow)).filter(({ action }) => action === 'provide');
    expect(provided).toMatchObject([{ recipient: 'servicePartner', permitted: true }]);
  });

  it('is decided by the version in force when it commits', async () => {
    const { hook, disturb } = between();
    const avow = await disturbedMarket(disturb);
    const person = await member(avow);
    const { policy } = avow.policy.current();
    const title = { en: 'Another', 'zh-CN': '另一版' };
    hook.run = () => avow.policy.publish({ ...policy, title });
    const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
    const used = await avow.act('use', question);
    permittedBy(used, '2.c.1');
    const { body } = (await avow.receipt(used.entry)) ?? { body: '' };
    const leaf = JSON.parse(Buffer.from(body, 'base64').toString());
    expect(leaf.policy).toBe(avow.policy.current().digest);
    expect(avow.policy.current().policy.title).toEqual(title);
  });

  it('is planned anew from records: memory knew an older version', async () => {
    let beneath: Vault | undefined;
    const avow = await disturbedMarket((vault) => {
      beneath = vault;
      return vault;
    });
    const person = await member(avow);
    const title = { en: 'Another', 'zh-CN': '另一版' };
    const another = editionOf({ ...avow.policy.current().policy, title });
    // As another process would: nobody tells this one.
    await publish(beneath!, new InForce(beneath!), another);
    const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
    permittedBy(await avow.act('use', question), '2.c.1');
    const used = (await leavesOf(avow)).filter(({ action }) => action === 'use');
    expect(used).toMatchObject([{ policy: another.digest, permitted: true }]);
    expect(avow.policy.current().digest).toBe(another.digest);
  });

  it('is planned anew from records: memory lacked a key for what is held', async () => {
    const avow = await disturbedMarket((vault) => ({
      ...vault,
      keysAtHand: (person) => vault.keysAtHand(person)?.only([historyClass]),
    }));
    const person = await member(avow);
    const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
    const { values } = permittedBy(await avow.act('use', question), '2.c.1');
    expect(values).toEqual({ 'contact.name': 'Mei' });
    const used = (await leavesOf(avow)).filter(({ action }) => action === 'use');
    expect(used).toHaveLength(1);
  });

  it('is planned anew from records: memory took the party for what it had been', async () => {
    let reads = 0;
    const avow = await disturbedMarket((vault) => ({
      ...vault,
      read(wanted) {
        reads += 1;
        return vault.read(wanted);
      },
    }));
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await openOrder(avow, seller, buyer);
    const categories = ['contact.address'] as const;
    const about = { purpose: 'fulfilment', categories, to: { party: carrier }, order } as const;
    const seal = async () => {
      const before = reads;
      const sealed = await avow.disclosures.seal('provide', { person: buyer, ...about });
      return { sealed, read: reads - before };
    };
    const engaged = async () => {
      const { read } = await seal();
      return read;
    };

    const stranger = await seal();
    refusedBy(stranger.sealed, '2.a.1');
    const { engagement } = await engageCarrier(avow);
    // Decided by what the records say now; from then on that is known, and read in the unit alone.
    const found = await seal();
    permittedBy(found.sealed, '2.a.4');
    expect([stranger.read, found.read]).toEqual([1, 1]);
    expect(await engaged()).toBe(0);
    await avow.parties.end({ party: carrier, engagement });
    const ended = await seal();
    expect([ended.sealed.permitted, ended.read]).toEqual([false, 0]);
    const recipients = (await leavesOf(avow)).filter(({ action }) => action === 'provide');
    expect(recipients.map(({ recipient, permitted }) => [recipient, permitted])).toEqual([
      ['unrelated', false],
      ['servicePartner', true],
      ['servicePartner', true],
      ['servicePartner', false],
    ]);
  });

  it('is planned anew from records: no version has the class any more that memory took the party for', async () => {
    const avow = await market();
    const { policy } = avow.policy.current();
    const { vocabulary } = policy;
    const { servicePartner } = vocabulary.recipients;
    const recipients = { ...vocabulary.recipients, courier: servicePartner };
    await avow.policy.publish({ ...policy, vocabulary: { ...vocabulary, recipients } });
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await openOrder(avow, seller, buyer);
    const categories = ['contact.address'] as const;
    const about = { purpose: 'fulfilment', categories, to: { party: carrier }, order } as const;
    const as = 'courier' as 'servicePartner';
    const purposes = ['fulfilment'] as const;
    await avow.parties.engage({ party: carrier, as, purposes, categories, country: 'CN' });
    refusedBy(await avow.disclosures.seal('provide', { person: buyer, ...about }), 'P.1');
    await engageCarrier(avow);
    await avow.policy.publish({ ...policy, title: { en: 'Another', 'zh-CN': '另一版' } });
    permittedBy(await avow.disclosures.seal('provide', { person: buyer, ...about }), '2.a.4');
  });

  it('is planned from records at once where what it hands over goes abroad, as found before', async () => {
    let units = 0;
    const avow = await disturbedMarket((vault) => ({
      ...vault,
      act(act) {
        units += 1;
        return vault.act(act);
      },
    }));
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await openOrder(avow, seller, buyer);
    const categories = ['contact.address'] as const;
    const about = { purpose: 'fulfilment', categories, to: { party: carrier }, order } as const;
    const unitsOf = async () => {
      units = 0;
      const { permitted } = await avow.disclosures.seal('provide', { person: buyer, ...about });
      return [permitted, units];
    };
    await engageCarrier(avow);
    expect([await unitsOf(), await unitsOf()]).toEqual([
      [true, 1],
      [true, 1],
    ]);
    const purposes = ['fulfilment'] as const;
    const engaged = { party: carrier, as: 'servicePartner', purposes, categories } as const;
    await avow.parties.engage({ ...engaged, country: 'US' });
    expect([await unitsOf(), await unitsOf()]).toEqual([
      [false, 2],
      [false, 1],
    ]);
  });

  it('is no withdrawal: it happens at once, whatever is handed over meanwhile', async () => {
    const { hook, disturb } = between();
    const avow = await disturbedMarket(disturb);
    const person = await member(avow);
    await engageShop(avow);
    const about = { person, purpose: 'marketing.partner', categories: ['contact.name'] } as const;
    const { consent } = await avow.consents.give({
      ...{ person, party: shop, action: 'share', language: 'en' },
      ...{ purposes: [about.purpose], categories: about.categories },
    });
    const handed: DisclosureId[] = [];
    const handOver = async () => {
      const sealed = await avow.disclosures.seal('share', { ...about, to: { party: shop } });
      if (sealed.permitted) handed.push(sealed.value.disclosure);
      hook.run = handOver;
    };
    hook.run = handOver;
    await avow.consents.withdraw({ person, consent });
    hook.run = undefined;
    expect(handed).toHaveLength(1);
    const listed = await avow.disclosures.of(person);
    expect(listed).toMatchObject([{ disclosure: handed[0], closed: { because: 'withdrawn' } }]);
  });

  it('is given up, with nothing done, if that never ends', async () => {
    const { hook, disturb } = between();
    const avow = await disturbedMarket(disturb);
    const person = await member(avow);
    const to = { party: carrier };
    let turns = 0;
    const turnAbout = async () => {
      turns += 1;
      await (turns % 2 === 0
        ? engageCarrier(avow)
        : avow.parties.engage({
            party: carrier,
            as: 'unrelated',
            purposes: ['wish'],
            categories: ['contact.name'],
            country: 'CN',
          }));
      hook.run = turnAbout;
    };
    await engageCarrier(avow);
    hook.run = turnAbout;
    const question = { person, purpose: 'fulfilment', categories: ['contact.name'], to } as const;
    await expect(avow.disclosures.seal('provide', question)).rejects.toMatchObject({
      code: 'AVOW_UNSETTLED',
    });
    hook.run = undefined;
    const leaves = await leavesOf(avow);
    expect(leaves.filter(({ action }) => action === 'provide')).toEqual([]);
    await knowBroker(avow);
    refusedBy(
      await avow.disclosures.seal('provide', question),
      turns % 2 === 0 ? '2.a.5' : '2.a.1',
    );
  });
});
