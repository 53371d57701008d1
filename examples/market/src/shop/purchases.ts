import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { asOrderId, type OrderId, type PersonId } from 'avow';

/**
 * An order as the shop knows it: which thing, between whom. What each side performed and asked
 * lies in Avow's register of orders, where the facts of the policy are read from.
 */
export interface Purchase {
  readonly id: OrderId;
  readonly listing: string;
  readonly buyer: PersonId;
  readonly seller: PersonId;
  readonly placed: number;
}

export interface Purchases {
  add(what: Pick<Purchase, 'listing' | 'buyer' | 'seller'>): Purchase;
  /** Takes back an order that could not be opened. */
  remove(id: OrderId): void;
  get(id: string): Purchase | undefined;
  of(person: PersonId): Purchase[];
}

export function purchases(database: DatabaseSync, now: () => number): Purchases {
  const insert = database.prepare(
    'INSERT INTO purchase (id, listing, buyer, seller, placed) VALUES (?, ?, ?, ?, ?)',
  );
  const drop = database.prepare('DELETE FROM purchase WHERE id = ?');
  const byId = database.prepare('SELECT * FROM purchase WHERE id = ?');
  const byPerson = database.prepare(
    'SELECT * FROM purchase WHERE buyer = ? OR seller = ? ORDER BY placed DESC, id LIMIT 200',
  );

  return {
    add(what) {
      const purchase: Purchase = { ...what, id: asOrderId(randomUUID()), placed: now() };
      const { id, listing, buyer, seller, placed } = purchase;
      insert.run(id, listing, buyer, seller, placed);
      return purchase;
    },
    remove: (id) => void drop.run(id),
    get: (id) => byId.get(id) as Purchase | undefined,
    of: (person) => byPerson.all(person, person) as unknown as Purchase[],
  };
}
