import {
  asOrderId,
  type EngagementId,
  type OrderId,
  type PartyId,
  type PersonId,
} from '../src/index.ts';
import { document, lines, rejectsOf, terms } from './deliveries.ts';
import { approve, operators, orderOf } from './desk.ts';
import { dice } from './dice.ts';
import { givePartyKey } from './party-keys.ts';
import { broker, carrier, member, shop } from './people.ts';
import type { handClock, Market } from './place.ts';

const parties = [carrier, shop, broker] as const;
const classes = [
  'servicePartner',
  'servicePartner',
  'marketingPartner',
  'affiliate',
  'unrelated',
  'authority',
] as const;
const purposes = ['fulfilment', 'support', 'marketing.partner'] as const;
const held = ['contact.name', 'contact.phone', 'contact.address'] as const;
const acts = [
  { action: 'provide', purpose: 'fulfilment', categories: ['contact.name', 'contact.address'] },
  { action: 'provide', purpose: 'support', categories: ['contact.phone'] },
  { action: 'share', purpose: 'marketing.partner', categories: ['contact.name'] },
] as const;

interface Ordered {
  readonly order: OrderId;
  readonly party: PartyId;
  readonly person: PersonId;
}

type Step = () => Promise<unknown>;

/**
 * Parties that become something else all the time, and what is handed to them and brought by them meanwhile, also
 * at the desk: what came of each step. The same seed plays the same anywhere.
 */
export async function play(
  avow: Market,
  clock: ReturnType<typeof handClock>,
  { seed, steps }: { readonly seed: number; readonly steps: number },
): Promise<readonly string[]> {
  const roll = dice(seed);
  const one = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  const staff = await operators(avow);
  const people: PersonId[] = [];
  for (const name of ['Li', 'Mei', 'An']) {
    const person = await member(avow, name);
    const email = `${name}@example.com`;
    const about = { person, purpose: 'account', fields: { 'contact.email': email } } as const;
    await avow.collect({ ...about, findBy: ['contact.email'] });
    await avow.subjects.verify({ person, category: 'contact.email', value: email });
    people.push(person);
  }
  const { person: abroad } = await avow.subjects.create({ country: 'US' });
  await avow.agreement.accept({ person: abroad, language: 'en' });
  people.push(abroad);
  for (const party of parties) await givePartyKey(avow, party);

  // What a step may take up again, as a thing that can be done with it.
  const engagements: Step[] = [];
  const openings: Step[] = [];
  const bringing: Step[] = [];
  const lawful: Step[] = [];
  const deliveries: Step[] = [];
  const repeats: Step[] = [];
  const orders: Ordered[] = [];
  const again = async (those: readonly Step[]) => (those.length === 0 ? undefined : one(those)());

  async function engage(at: number) {
    const party = one(parties);
    const country = one(['CN', 'CN', 'CN', 'CN', 'CN', 'US']);
    const what = { party, as: one(classes), purposes, categories: held } as const;
    const { engagement } = await avow.parties.engage({ ...what, country });
    engagements.push(() => avow.parties.end({ party, engagement }));
    if (at % 3 > 0) return;
    // Of two that begin in the same millisecond neither is the newer.
    clock.pass(1);
    const brought = await avow.parties.engage({ ...terms, party, country, means: 'opt-in' });
    engagements.push(() => avow.parties.end({ party, engagement: brought.engagement }));
    bringing.push(() => bring(party, brought.engagement));
  }

  /** One unit about several people, each of whose lines the party hands in: `performTogether`, with `from`. */
  async function bring(party: PartyId, engagement: EngagementId) {
    const map = { email: 'contact.email', likes: 'partner.profile' } as const;
    const form = { party, engagement, format: 'ndjson', match: 'contact.email', map } as const;
    const { import: id } = await avow.imports.begin({ ...form, evidence: { document } });
    const rows = ['Li', 'Mei', 'An', 'Nobody'].map((name) => ({
      ...{ email: `${name}@example.com`, likes: `ships of ${roll(1_000)}` },
    }));
    const { kept, rejected } = await avow.imports.rows(id, lines(...rows));
    const why = await rejectsOf(avow, id);
    return { by: [kept, rejected, why.map(({ code, sentence }) => [code, sentence])] };
  }

  async function hand(at: number) {
    const { action, ...about } = one(acts);
    // Half of it for an order that it may be for; else for whatever comes.
    const whose = roll(2) > 0 ? orders.at(-1 - roll(3)) : undefined;
    const { party, person, order } = whose ?? {
      ...{ party: one(parties), person: one(people), order: one([...orders, undefined])?.order },
    };
    const what = { person, ...about, to: { party }, ...(order ? { order } : {}) };
    const key = roll(3) > 0 ? {} : { idempotencyKey: `handing-${at}` };
    const sealed = await avow.disclosures.seal(action, { ...what, ...key });
    if (sealed.permitted) {
      const { disclosure } = sealed.value;
      openings.push(() => avow.disclosures.open({ party, disclosure }));
    }
    if ('idempotencyKey' in key) {
      // What it was when it first came, whatever the party has become; and never something else under its key.
      repeats.push(async () => ({
        ...(await avow.disclosures.seal(action, { ...what, ...key })),
        code: [sealed.entry === (await avow.disclosures.seal(action, { ...what, ...key })).entry],
      }));
      repeats.push(() =>
        avow.disclosures.seal(action, { ...what, to: { party: one(parties) }, ...key }),
      );
    }
    return sealed;
  }

  async function bringToDesk() {
    const [party, person] = [one(parties), one(people.slice(0, 3))];
    // What a party was a moment ago it may be no more: an authority of today was a carrier, and is one again.
    if (roll(3) > 0) {
      const what = { party, as: 'authority', purposes, categories: held, country: 'CN' } as const;
      await avow.parties.engage(what);
    }
    const order = await orderOf(avow, person, staff, clock.now(), { authority: party });
    lawful.push(() => avow.desk.orders.withdraw({ order, by: staff[3] }));
    const opening = { type: 'law', person, to: { party }, evidence: order as never } as const;
    const categories = ['contact.name'] as const;
    const { case: id } = await avow.desk.cases.open({ ...opening, categories, by: staff[0] });
    if (roll(4) > 0) await approve(avow, id, [staff[1], staff[2]]);
    deliveries.push(() => avow.desk.cases.deliver({ case: id, by: staff[0] }));
    deliveries.push(async () => {
      const delivered = await avow.desk.cases.deliver({ case: id, by: staff[0] });
      if (delivered.permitted && delivered.value.by === 'seal') {
        const { disclosure } = delivered.value;
        openings.push(() => avow.disclosures.open({ party, disclosure }));
      }
      return delivered;
    });
    return avow.desk.cases.deliver({ case: id, by: staff[0] });
  }

  async function serve(at: number) {
    const [seller, buyer] = [people[roll(2)]!, people[2 + roll(2)]!];
    const id = asOrderId(`order-${at}`);
    const party = one(parties);
    await avow.orders.open({
      ...{ order: id, sides: [seller, buyer], serving: [{ party, categories: held }] },
    });
    orders.push({ order: id, party, person: seller });
  }

  function allow() {
    const said = { person: one(people), party: one(parties), action: 'share' } as const;
    const say = one([
      avow.consents.give,
      avow.consents.give,
      avow.consents.give,
      avow.consents.refuse,
    ]);
    const categories = ['contact.name'] as const;
    return say({ ...said, categories, purposes: ['marketing.partner'], language: 'en' });
  }

  const turn = () => {
    const { suspend, reinstate } = avow.parties;
    return one([suspend, reinstate, reinstate, reinstate])({ party: one(parties) });
  };

  const step = (at: number): Promise<unknown> =>
    one([
      ...[engage, () => again(engagements), turn, allow, serve, bringToDesk, () => again(lawful)],
      ...[() => again(bringing), () => again(bringing), () => again(deliveries)],
      ...[() => again(openings), () => again(openings), () => again(repeats)],
      ...[engage, allow, serve, hand, hand, hand, hand, hand, hand],
    ])(at);

  const came: string[] = [];
  for (let at = 0; at < steps; at += 1) {
    clock.pass(1_000);
    const told = await step(at).catch(({ code, field }) => ({ code, field }));
    const { permitted, sentence, by, missing, code, field } = Object(told);
    came.push(JSON.stringify({ permitted, sentence, by, missing, code, field }));
  }
  return came;
}
