import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, decide, masks } from '@avow/policy';
import { policy } from './index.ts';

const engine = compile(policy);
type Asked = Parameters<typeof engine.cell>;

/** The sentence that decides, and how, if exactly these facts hold. */
function answer(asked: Asked, ...facts: readonly string[]): string {
  const cell = engine.cell(...asked);
  const { known, refuted } = masks(cell, (fact) => facts.includes(fact));
  const { permitted, sentence } = decide(cell, known, refuted);
  return `${permitted ? 'yes' : 'no'}, ${sentence}`;
}

test('a parcel is packed for whoever accepted', () => {
  const pack: Asked = ['use', 'delivery', 'address', 'platform'];
  assert.equal(answer(pack), 'no, 4.a.1');
  assert.equal(answer(pack, 'accepted'), 'yes, 1.a.2');
});

test('nobody is written to about products who did not allow it', () => {
  const write: Asked = ['use', 'newsletter', 'email', 'platform'];
  assert.equal(answer(write, 'accepted'), 'no, 1.a.3');
  assert.equal(answer(write, 'accepted', 'permitted'), 'yes, 1.a.3');
});

test('the carrier opens an address while it delivers, and others never', () => {
  const open: Asked = ['open', 'delivery', 'address', 'carrier'];
  assert.equal(answer(open), 'no, 4.a.1');
  assert.equal(answer(open, 'serving'), 'yes, 2.a.1');
  const other: Asked = ['open', 'delivery', 'address', 'unrelated'];
  assert.equal(answer(other, 'serving', 'permitted'), 'no, 2.a.2');
});
