import type { Accounts, Inbox } from '@avow/accounts';
import type { PersonId } from 'avow';
import type { Market } from '../market.ts';
import { close, pay, place, ship } from '../shop/ordering.ts';
import { court, revenue } from '../shop/parties.ts';
import { publishReview } from '../shop/reviewing.ts';
import { demoGoods } from './goods.ts';
import { type DemoName, demoPassword, demoPeople } from './people.ts';

type People = Readonly<Record<DemoName, PersonId>>;

/** A way in whose messages nobody is sent: the demonstration's people have no mailboxes. */
export interface Stagehand {
  readonly people: Accounts;
  readonly inbox: Inbox;
}

/**
 * Fills an empty market: a few people with their goods, one order that is over and one that goes
 * on. All of it takes the way that visitors take, decisions included. Answers whether there was
 * anything to do; a market that has people is left as it is.
 */
export async function fillMarket(market: Market, stagehand: Stagehand): Promise<boolean> {
  if (market.accounts.count() > 0) return false;
  const people: Partial<Record<DemoName, PersonId>> = {};
  for (const person of demoPeople) people[person.key] = await joins(market, stagehand, person);
  listGoods(market, people as People);
  await playOrders(market, people as People);
  await engageBodies(market);
  return true;
}

type Invented = (typeof demoPeople)[number];

/** Signs up, reads the mail, confirms. */
async function joins(market: Market, { people, inbox }: Stagehand, who: Invented) {
  const { email: address } = who;
  const kind = who.part === 'organisation' ? 'organisation' : 'person';
  const common = { kind, accepted: true, language: 'en', country: 'CN' } as const;
  await people.signUp({ ...common, address, password: demoPassword, fields: fieldsOf(who) });
  await people.settled();
  const message = inbox.received.find(({ to }) => to === address);
  const [, token = ''] = /[?&]token=([\w-]+)/.exec(message?.text ?? '') ?? [];
  const came = await people.confirm({ token, password: demoPassword });
  if (came.outcome !== 'in') throw new Error(`The demonstration has no ${who.key}.`);
  return market.accounts.welcome(came.person).person;
}

/** What stands in the form of a person, and in that of an organisation. */
const fieldsOf = (who: Invented): Readonly<Record<string, string>> =>
  who.part === 'organisation'
    ? {
        'enterprise.name': who.name,
        'enterprise.registration': who.registration,
        'organisation.representative': who.representative,
        'organisation.contact': who.contact,
      }
    : { 'contact.name': who.name, 'contact.phone': who.phone, 'contact.address': who.address };

function listGoods(market: Market, people: People): void {
  for (const { seller, picture, price, texts } of demoGoods) {
    market.listings.add({ seller: people[seller], picture, price: price * 100, texts });
  }
}

/** A court and an office, to which law may have something disclosed; never at the market's own wish. */
async function engageBodies({ avow }: Market): Promise<void> {
  const what = { as: 'authority', purposes: ['legal'], country: 'CN' } as const;
  for (const party of [court, revenue]) {
    const categories = ['contact.name', 'contact.phone', 'contact.address'] as const;
    await avow.parties.engage({ ...what, party, categories });
  }
}

async function playOrders(market: Market, people: People): Promise<void> {
  const over = await order(market, people.ines, people.tomas, 'books');
  await pay(market, over, 'whole');
  await ship(market, over);
  await close(market, over);
  await publishReview(market, over, people.ines, {
    rating: 5,
    text: 'Came well wrapped, and one more book than promised.',
  });
  await publishReview(market, over, people.tomas, { rating: 5, text: 'Paid at once.' });
  const goingOn = await order(market, people.mei, people.yuehan, 'guitar');
  await pay(market, goingOn, 'whole');
}

async function order(market: Market, buyer: PersonId, seller: PersonId, picture: string) {
  const listing = market.listings.of(seller).find((each) => each.picture === picture);
  const purchase = listing && (await place(market, listing, buyer));
  if (purchase === undefined) throw new Error(`The demonstration offers no ${picture}.`);
  return purchase;
}
