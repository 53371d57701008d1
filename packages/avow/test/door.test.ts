import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AvowError, statusOf } from '../src/index.ts';
import { sizeOf } from './log.ts';
import { member } from './people.ts';
import { type Market, market } from './place.ts';

/** What somebody without types may send: sound arguments of which some are replaced by anything. */
function requests(person: string) {
  const anything = fc.oneof(
    fc.anything({ maxDepth: 2 }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('constructor', '__proto__', 'a\0b', '\ud800', 'x'.repeat(20_000), NaN, -1),
  );
  const sound = {
    person: fc.constant(person),
    purpose: fc.constant('account'),
    categories: fc.constant(['contact.name']),
    fields: fc.constant({ 'contact.name': 'Mei' }),
    action: fc.constant('share'),
    purposes: fc.constant(['wish']),
    party: fc.constant('shop'),
    language: fc.constant('en'),
    as: fc.constant('unrelated'),
    country: fc.constant('CN'),
    order: fc.constant('order'),
    by: fc.constant(person),
    sides: fc.constant([person, person]),
    consent: fc.constant('none'),
    engagement: fc.constant('none'),
    kind: fc.constant('site-rules'),
    version: fc.constant('1'),
    texts: fc.constant({ en: 'a', 'zh-CN': 'b' }),
    entry: fc.constant('079c2007ddc7287558cfc0000000ff'),
  };
  const spoiled = Object.fromEntries(
    Object.entries(sound).map(([name, value]) => [
      name,
      fc.oneof(
        { weight: 9, arbitrary: value as fc.Arbitrary<unknown> },
        { weight: 1, arbitrary: anything },
      ),
    ]),
  );
  const more = {
    to: anything,
    source: anything,
    findBy: anything,
    serving: anything,
    from: anything,
    before: anything,
    ownLooks: anything,
  };
  return fc.tuple(fc.record(spoiled), fc.record(more, { requiredKeys: [] })).map(([a, b]) => ({
    ...a,
    ...b,
  }));
}

const calls: Record<string, (avow: Market, what: never) => Promise<unknown>> = {
  'subjects.create': (avow, what) => avow.subjects.create(what),
  'documents.publish': (avow, what) => avow.documents.publish(what),
  'agreement.accept': (avow, what) => avow.agreement.accept(what),
  'agreement.terminate': (avow, what) => avow.agreement.terminate(what),
  'consents.give': (avow, what) => avow.consents.give(what),
  'consents.withdraw': (avow, what) => avow.consents.withdraw(what),
  'parties.engage': (avow, what) => avow.parties.engage(what),
  'parties.end': (avow, what) => avow.parties.end(what),
  'orders.open': (avow, what) => avow.orders.open(what),
  'orders.perform': (avow, what) => avow.orders.perform(what),
  'orders.ask': (avow, what) => avow.orders.ask(what),
  'orders.close': (avow, what) => avow.orders.close(what),
  collect: (avow, what) => avow.collect(what),
  act: (avow, what) => avow.act((what as { action: never }).action, what),
  correct: (avow, what) => avow.correct(what),
  export: (avow, what) => avow.export(what),
  history: (avow, what) => avow.history(what),
  receipt: (avow, what) => avow.receipt((what as { entry: never }).entry),
  openReceipt: (avow, what) => avow.openReceipt(what),
};

describe('the door', () => {
  it('lets in what is sound and names what is not, whatever is sent', async () => {
    const avow = await market();
    const person = await member(avow);
    const call = fc.constantFrom(...Object.keys(calls));
    await fc.assert(
      fc.asyncProperty(call, requests(person), async (name, request) => {
        try {
          await calls[name]!(avow, request as never);
        } catch (problem) {
          expect(problem, `${name}: ${problem}`).toBeInstanceOf(AvowError);
          const { code, message } = problem as AvowError;
          expect(statusOf[code]).toBeLessThan(500);
          for (const value of textsIn(request)) expect(message).not.toContain(value);
        }
      }),
      { numRuns: 1_000, seed: 20_260_105 },
    );
  });

  it.each([
    ['no list', { categories: 'contact.name' }, 'AVOW_INPUT', 'categories'],
    ['an empty list', { categories: [] }, 'AVOW_INPUT', 'categories'],
    ['a duplicate', { categories: ['contact.name', 'contact.name'] }, 'AVOW_INPUT', 'categories'],
    ['a branch', { categories: ['contact'] }, 'AVOW_UNKNOWN_WORD', 'categories[0]'],
    ['a stranger', { purpose: 'curiosity' }, 'AVOW_UNKNOWN_WORD', 'purpose'],
    ['a property', { purpose: 'constructor' }, 'AVOW_UNKNOWN_WORD', 'purpose'],
    ['NUL', { order: 'a\0b' }, 'AVOW_INPUT', 'order'],
    ['a lone surrogate', { order: '\ud800' }, 'AVOW_INPUT', 'order'],
    ['nobody', { person: 'nobody' }, 'AVOW_NOT_FOUND', 'person'],
    ['two recipients', { to: { party: 'a', user: 'b' } }, 'AVOW_INPUT', 'to'],
    ['our own word', { to: { party: 'platform' } }, 'AVOW_INPUT', 'to.party'],
  ])('refuses %s, and nothing is recorded', async (_what, spoiled, code, field) => {
    const avow = await market();
    const person = await member(avow);
    const before = await sizeOf(avow);
    const question = { person, purpose: 'account', categories: ['contact.name'], ...spoiled };
    await expect(avow.act('use', question as never)).rejects.toMatchObject({ code, field });
    expect(await sizeOf(avow)).toBe(before);
  });

  it('quotes no name of a field that may be somebody’s data', async () => {
    const avow = await market();
    const person = await member(avow);
    const fields = { 'mei@example.net': 'x' };
    const collected = avow.collect({ person, purpose: 'account', fields: fields as never });
    await expect(collected).rejects.toMatchObject({ code: 'AVOW_UNKNOWN_WORD', field: 'fields' });
  });
});

/** The longer texts in a request: what must not come back in an error. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 12 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
