import { expect, it } from 'vitest';
import { asOrderId, type Decided, type DisclosureId, type EngagementId } from '../src/index.ts';
import { dice } from './dice.ts';
import { disturbedMarket } from './faulty.ts';
import { leavesOf } from './log.ts';
import { givePartyKey } from './party-keys.ts';
import { broker, carrier, member, shop } from './people.ts';
import type { Market } from './place.ts';

const parties = [carrier, shop, broker] as const;
const classes = ['servicePartner', 'marketingPartner', 'affiliate', 'unrelated'] as const;
const purposes = ['fulfilment', 'support', 'marketing.partner'] as const;
const held = ['contact.name', 'contact.phone', 'contact.address'] as const;
const acts = [
  { action: 'provide', purpose: 'fulfilment', categories: ['contact.name', 'contact.address'] },
  { action: 'provide', purpose: 'support', categories: ['contact.phone'] },
  { action: 'share', purpose: 'marketing.partner', categories: ['contact.name'] },
] as const;

/** Parties that become something else all the time, and what is handed to them meanwhile: what came of each step. */
async function play(avow: Market, seed: number, steps: number): Promise<readonly string[]> {
  const roll = dice(seed);
  const one = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  const people = [await member(avow, 'Li'), await member(avow, 'Mei'), await member(avow, 'An')];
  const { person: abroad } = await avow.subjects.create({ country: 'US' });
  await avow.agreement.accept({ person: abroad, language: 'en' });
  people.push(abroad);
  for (const party of parties) await givePartyKey(avow, party);
  const engaged: { readonly party: (typeof parties)[number]; readonly engagement: EngagementId }[] =
    [];
  const handed: {
    readonly party: (typeof parties)[number];
    readonly disclosure: DisclosureId;
  }[] = [];
  const orders: ReturnType<typeof asOrderId>[] = [];

  async function step(at: number): Promise<Decided<unknown> | object | undefined> {
    const [party, person, { action, ...about }] = [one(parties), one(people), one(acts)];
    const order = one([undefined, ...orders]);
    switch (roll(12)) {
      case 0: {
        const what = { party, as: one(classes), purposes, categories: held } as const;
        const country = one(['CN', 'CN', 'CN', 'US']);
        const { engagement } = await avow.parties.engage({ ...what, country });
        engaged.push({ party, engagement });
        return undefined;
      }
      case 1:
        return engaged.length === 0 ? undefined : avow.parties.end(one(engaged));
      case 2:
        return one([avow.parties.suspend, avow.parties.reinstate, avow.parties.reinstate])({
          party,
        });
      case 3: {
        const said = { person, party, action: 'share', categories: ['contact.name'] } as const;
        const say = one([avow.consents.give, avow.consents.give, avow.consents.refuse]);
        return say({ ...said, purposes: ['marketing.partner'], language: 'en' });
      }
      case 4: {
        const [seller, buyer] = [people[roll(2)]!, people[2 + roll(2)]!];
        const serving = [{ party, categories: held }];
        const id = asOrderId(`order-${at}`);
        await avow.orders.open({ order: id, sides: [seller, buyer], serving });
        orders.push(id);
        return undefined;
      }
      case 5:
      case 6:
        return handed.length === 0 ? undefined : avow.disclosures.open(one(handed));
      default: {
        const what = { person, ...about, to: { party }, ...(order ? { order } : {}) };
        const sealed = await avow.disclosures.seal(action, what);
        if (sealed.permitted) handed.push({ party, disclosure: sealed.value.disclosure });
        return sealed;
      }
    }
  }

  const came: string[] = [];
  for (let at = 0; at < steps; at += 1) {
    const told = await step(at).catch(({ code, field }) => ({ code, field }));
    const { permitted, sentence, by, missing, code, field } = Object(told);
    came.push(JSON.stringify({ permitted, sentence, by, missing, code, field }));
  }
  return came;
}

/** What an entry says of how it was decided, and not by whom, when or under which salt. */
const decidedIn = async (avow: Market) =>
  (await leavesOf(avow)).map((leaf) => {
    const { kind, action, recipient, permitted, cells, cites } = leaf as typeof leaf &
      Record<'cells' | 'cites', unknown>;
    return JSON.stringify({ kind, action, recipient, permitted, cells, cites });
  });

it('what is planned from memory of a party comes to what its records give, in answer and entry', async () => {
  const remembering = await disturbedMarket((vault) => vault);
  // Without a key at hand every act is planned from the records, as in a process that has just begun.
  const forgetting = await disturbedMarket((vault) => ({ ...vault, keysAtHand: () => undefined }));
  const seed = 20_261_130;
  const came = await play(remembering, seed, 250);
  expect(came).toEqual(await play(forgetting, seed, 250));
  expect(await decidedIn(remembering)).toEqual(await decidedIn(forgetting));
  // Not all of it was refused anyway.
  expect(came.filter((each) => each.includes('"permitted":true')).length).toBeGreaterThan(10);
});
