import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asOrderId, asPersonId } from 'avow';
import { find } from 'avow/warnings';
import { expect, test } from 'vitest';
import { accounts } from '../src/accounts/accounts.ts';
import { handles, handleWords } from '../src/accounts/handle.ts';
import { demoGoods } from '../src/demo/goods.ts';
import { openDatabase } from '../src/shop/database.ts';
import { listings } from '../src/shop/listings.ts';
import { purchases } from '../src/shop/purchases.ts';

const mei = asPersonId('mei');
const tomas = asPersonId('tomas');

const shelf = () => {
  const database = openDatabase(':memory:');
  const shop = listings(database, () => 1_000);
  const thing = (title: string) =>
    shop.add({
      seller: mei,
      picture: 'kite',
      price: 6_000,
      texts: { en: { title, body: 'Silk.' } },
    });
  return { database, shop, thing };
};

test('what is offered is found by all the words asked for, newest first', () => {
  const { shop, thing } = shelf();
  const [red, blue] = [thing('Red kite'), thing('Blue kite')];
  expect(shop.offered().map(({ id }) => id)).toEqual([blue.id, red.id]);
  expect(shop.offered('KITE silk red').map(({ id }) => id)).toEqual([red.id]);
  expect(shop.offered('teapot')).toEqual([]);
});

test('a thing moves on once', () => {
  const { shop, thing } = shelf();
  const { id } = thing('Red kite');
  expect(shop.move(id, 'offered', 'ordered')).toBe(true);
  expect(shop.move(id, 'offered', 'ordered')).toBe(false);
  expect(shop.get(id)?.state).toBe('ordered');
});

test('who leaves takes what they offer off the shelf, and what was ordered stays', () => {
  const { shop, thing } = shelf();
  const [kept, gone] = [thing('Ordered'), thing('Offered')];
  shop.move(kept.id, 'offered', 'ordered');
  shop.withdrawAll(mei);
  expect([shop.get(kept.id)?.state, shop.get(gone.id)?.state]).toEqual(['ordered', 'withdrawn']);
});

test('an order is found by either side', () => {
  const { database, thing } = shelf();
  const orders = purchases(database, () => 2_000);
  const order = orders.add({ listing: thing('Red kite').id, buyer: tomas, seller: mei });
  expect(orders.of(mei)).toEqual([order]);
  expect(orders.of(tomas)).toEqual([order]);
  orders.remove(asOrderId(order.id));
  expect(orders.get(order.id)).toBeUndefined();
});

test('somebody keeps the handle that they were given at first', () => {
  const people = accounts(openDatabase(':memory:'), () => 0);
  const first = people.welcome(mei);
  expect(people.welcome(mei)).toEqual(first);
  expect(people.welcome(tomas).handle).not.toBe(first.handle);
  people.remove(mei);
  expect(people.get(mei)).toBeUndefined();
  expect(people.count()).toBe(1);
});

test('what an earlier market kept of passwords and sessions is gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'avow-shop-'));
  const old = new DatabaseSync(join(folder, 'market.db'));
  old.exec('CREATE TABLE account (person TEXT, password TEXT); CREATE TABLE session (token BLOB)');
  old.close();
  const database = openDatabase(join(folder, 'market.db'));
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  expect(tables.map(({ name }) => name)).toEqual([
    'member',
    'listing',
    'purchase',
    'photo',
    'dispute',
  ]);
  database.close();
  rmSync(folder, { recursive: true });
});

test('every handle has words of its own in both languages', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const words = Array.from({ length: handles }, (_, handle) => handleWords(handle, language));
    expect(new Set(words).size).toBe(handles);
  }
});

test('nothing that the demonstration offers is taken for contact details', () => {
  const said = demoGoods.flatMap(({ texts }) =>
    Object.values(texts).flatMap(({ title, body }) => [title, body]),
  );
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((text) => find(text).length > 0)).toEqual([]);
});
