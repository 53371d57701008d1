import type { PersonId } from 'avow';
import { register } from '../accounts/register.ts';
import type { Market } from '../market.ts';
import { close, pay, place, ship } from '../shop/ordering.ts';
import { demoGoods } from './goods.ts';
import { type DemoName, demoPassword, demoPeople } from './people.ts';

type People = Readonly<Record<DemoName, PersonId>>;

/**
 * Fills an empty market: a few people with their goods, one order that is over and one that goes
 * on. All of it takes the way that visitors take, decisions included. Answers whether there was
 * anything to do; a market that has people is left as it is.
 */
export async function fillMarket(market: Market): Promise<boolean> {
  if (market.accounts.count() > 0) return false;
  const people = await registerPeople(market);
  listGoods(market, people);
  await playOrders(market, people);
  return true;
}

async function registerPeople(market: Market): Promise<People> {
  const people: Partial<Record<DemoName, PersonId>> = {};
  for (const { username, name, phone, address } of demoPeople) {
    const registered = await register(market, {
      username,
      password: demoPassword,
      language: 'en',
      about: { 'contact.name': name, 'contact.phone': phone, 'contact.address': address },
    });
    if (registered.outcome !== 'joined') throw new Error(`The demonstration has no ${username}.`);
    people[username] = registered.account.person;
  }
  return people as People;
}

function listGoods(market: Market, people: People): void {
  for (const { seller, picture, price, texts } of demoGoods) {
    market.listings.add({ seller: people[seller], picture, price: price * 100, texts });
  }
}

async function playOrders(market: Market, people: People): Promise<void> {
  const over = await order(market, people.ines, people.tomas, 'books');
  await pay(market, over);
  await ship(market, over);
  await close(market, over);
  const goingOn = await order(market, people.mei, people.yuehan, 'guitar');
  await pay(market, goingOn);
}

async function order(market: Market, buyer: PersonId, seller: PersonId, picture: string) {
  const listing = market.listings.of(seller).find((each) => each.picture === picture);
  const purchase = listing && (await place(market, listing, buyer));
  if (purchase === undefined) throw new Error(`The demonstration offers no ${picture}.`);
  return purchase;
}
