import type { Dice } from '../dice.ts';
import type { Deed, Kind, Thing } from './deed.ts';
import { order } from './order.ts';
import { partner } from './partner.ts';
import { type Person, person } from './person.ts';

/** What an actor has to do with: a few people, a party, an order between two of them. */
export interface Cast {
  /** Something to ask for, and of what. */
  choose(wanted: Kind | undefined): Chosen;
  /** All that is under way. */
  present(): readonly Thing[];
  /** What is over, and stays as it is for ever. */
  readonly past: readonly Thing[];
}

export interface Chosen {
  readonly thing: Thing;
  readonly deed: Deed;
}

/** How many people there are at a time. */
const PEOPLE = 3;

/** How likely a deed of a kind is considered at all, if it is not the one that is wanted. */
const SELDOM: Readonly<Partial<Record<Kind, number>>> = {
  // Compiles a policy, and each server that starts compiles it again.
  'publish policy': 0,
  'publish document': 0.1,
  // What leaves nobody to do anything with.
  erase: 0.15,
  terminate: 0.15,
  suspend: 0.15,
  hold: 0.15,
};

/** How likely the wanted kind is taken where it can be. */
const WANTED = 0.7;

/** `own`: what this actor alone has, beside the rest; `verifier`: who works at the desk. */
export function cast(
  name: string,
  own: readonly Thing[],
  verifier: () => string | undefined,
  dice: Dice,
): Cast {
  const companion = partner(`partner-${name}`);
  const others: Thing[] = [...own, companion as Thing];
  const people: Person[] = [];
  const orders: Thing[] = [];
  const past: Thing[] = [];
  let made = 0;

  function retire<T extends Thing>(list: T[]): void {
    for (const each of list.filter(({ isOver }) => isOver)) {
      list.splice(list.indexOf(each), 1);
      past.push(each);
    }
  }

  /** Nobody is without people, and two of them who can do business do. */
  function furnish(): void {
    retire(people as Thing[]);
    retire(orders);
    while (people.length < PEOPLE) {
      people.push(person(`${name} ${made++}`, { partner: () => companion.now(), verifier }, dice));
    }
    const [buyer, seller] = people.filter(isAbleToTrade);
    if (buyer === undefined || seller === undefined || orders.length > 0) return;
    buyer.isBusy = true;
    seller.isBusy = true;
    orders.push(order(`order-${name}-${made++}`, [buyer, seller]) as Thing);
  }

  const present = (): Thing[] => [...others, ...(people as Thing[]), ...orders];

  return {
    past,
    present,
    choose(wanted) {
      furnish();
      const all = present().flatMap((thing) => thing.possible().map((deed) => ({ thing, deed })));
      const best = all.filter(({ deed }) => deed.kind === wanted);
      if (best.length > 0 && dice.fraction() < WANTED) return dice.one(best);
      return dice.one(all.filter(({ deed }) => dice.fraction() < (SELDOM[deed.kind] ?? 1)));
    },
  };
}

function isAbleToTrade({ state, isBusy }: Person): boolean {
  const { standing, agreement, held } = state;
  return standing === 'active' && agreement === 'accepted' && 'contact.phone' in held && !isBusy;
}
