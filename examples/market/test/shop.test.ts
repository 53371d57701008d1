import { asOrderId, asPersonId } from 'avow';
import { expect, test } from 'vitest';
import { accounts } from '../src/accounts/accounts.ts';
import { handles, handleWords } from '../src/accounts/handle.ts';
import { sessionLife, sessions } from '../src/accounts/sessions.ts';
import { holdsContact } from '../src/shop/contact.ts';
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

test('a session ends with its time, its logout, or its account', () => {
  let now = 0;
  const database = openDatabase(':memory:');
  const [people, open] = [accounts(database, () => now), sessions(database, () => now)];
  people.add({ person: mei, password: 'hash' });
  const [timed, ended, orphaned] = [0, 1, 2].map(() => open.begin(mei, 'en'));
  if (timed === undefined || ended === undefined || orphaned === undefined) throw new Error();
  open.remember(timed, 'zh-CN');
  expect(open.find(timed)).toEqual({ person: mei, language: 'zh-CN' });
  open.end(ended);
  expect(open.find(ended)).toBeUndefined();
  now = sessionLife;
  expect(open.find(timed)).toBeUndefined();
  now = 0;
  people.remove(mei);
  expect(open.find(orphaned)).toBeUndefined();
});

test('the file of the shop keeps no token that would open a session', () => {
  const database = openDatabase(':memory:');
  accounts(database, () => 0).add({ person: mei, password: 'hash' });
  const token = sessions(database, () => 0).begin(mei, 'en');
  const stored = JSON.stringify(database.prepare('SELECT hex(token) AS token FROM session').all());
  expect(stored).not.toContain(Buffer.from(token, 'base64url').toString('hex').toUpperCase());
  expect(stored).not.toContain(Buffer.from(token).toString('hex').toUpperCase());
});

test('every handle has words of its own in both languages', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const words = Array.from({ length: handles }, (_, handle) => handleWords(handle, language));
    expect(new Set(words).size).toBe(handles);
  }
});

test.each([
  ['138 0571 2210', true],
  ['＋８６ １３８０５７１２２１０', true],
  ['(020) 8123-4567', true],
  ['me@harbour.example', true],
  ['From 1962, 24 cm high, size 38', false],
  ['35 mm, 1/500 s', false],
])('%s holds contact details: %s', (text, holds) => {
  expect(holdsContact(text)).toBe(holds);
});
