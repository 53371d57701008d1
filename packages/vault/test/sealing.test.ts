import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalHash } from '../src/canonical.ts';
import { canonicalJson } from '../src/entry/canonical-json.ts';
import type { Json } from '../src/entry/draft.ts';
import { secretKeyOf } from '../src/keys/secret-key.ts';
import { unwrapKey, wrapKey } from '../src/keys/wrap.ts';
import { systemRandom } from '../src/port/random.ts';
import { seal, unseal } from '../src/record/seal.ts';

const key = createSecretKey(randomBytes(32));
const random = systemRandom();
const context = Buffer.from('whose and what');
const bytes = fc.uint8Array({ maxLength: 200 });

describe('a seal', () => {
  it('gives back what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(bytes, (content) => {
        expect([...unseal(key, context, seal(key, context, content, random))]).toEqual([
          ...content,
        ]);
      }),
    );
  });

  it('opens under no other key or context, and not with any bit flipped', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), (content, at) => {
        const sealed = seal(key, context, content, random);
        const other = createSecretKey(randomBytes(32));
        expect(() => unseal(other, context, sealed)).toThrow(/sealed under another key/);
        expect(() => unseal(key, Buffer.from('another'), sealed)).toThrow(/for another row/);
        sealed[at % sealed.length]! ^= 1 << (at % 8);
        expect(() => unseal(key, context, sealed)).toThrow(/altered/);
      }),
    );
  });

  it('tells the length only in steps of 32 bytes', () => {
    const lengths = [0, 1, 30, 31].map((n) => seal(key, context, new Uint8Array(n), random).length);
    expect(new Set(lengths).size).toBe(1);
    expect(seal(key, context, new Uint8Array(32), random).length).toBe(lengths[0]! + 32);
  });

  it('never seals twice alike', () => {
    const once = () => Buffer.from(seal(key, context, context, random)).toString('hex');
    expect(new Set(Array.from({ length: 1_000 }, once)).size).toBe(1_000);
  });
});

describe('a wrapped key', () => {
  it('unwraps in its own place only', () => {
    const wrapped = wrapKey(key, ['data', 'ada', 1], randomBytes(32), random);
    expect(unwrapKey(key, ['data', 'ada', 1], wrapped).length).toBe(32);
    for (const place of [
      ['data', 'bob', 1],
      ['data', 'ada', 2],
      ['data', 'ada', '1'],
    ]) {
      expect(() => unwrapKey(key, place, wrapped)).toThrow(/wrapped under another key/);
    }
  });

  it('is left nowhere else in the clear, neither wrapped nor unwrapped', () => {
    const secret = randomBytes(32);
    const copy = createSecretKey(secret);
    const wrapped = wrapKey(key, ['data'], secret, random);
    const unwrapped = unwrapKey(key, ['data'], wrapped);
    expect(secretKeyOf(unwrapped).equals(copy)).toBe(true);
    for (const bytes of [secret, unwrapped]) expect(bytes.every((byte) => byte === 0)).toBe(true);
  });
});

describe('canonical bytes', () => {
  const value = fc.oneof(fc.string(), fc.maxSafeInteger(), bytes, fc.constant(null));

  it('differ whenever label or values differ', () => {
    const pair = fc.tuple(fc.string(), fc.array(value, { maxLength: 4 }));
    fc.assert(
      fc.property(pair, pair, ([label, values], [otherLabel, others]) => {
        const same =
          label === otherLabel &&
          JSON.stringify(values.map(tag)) === JSON.stringify(others.map(tag));
        const a = Buffer.from(canonicalBytes(label, values));
        expect(a.equals(canonicalBytes(otherLabel, others))).toBe(same);
      }),
    );
  });

  it('are not joined by anything a value could hold', () => {
    const hash = (...values: string[]) => Buffer.from(canonicalHash('l', values)).toString('hex');
    const all = [hash('a', 'b'), hash('ab', ''), hash('ab'), hash('', 'ab'), hash('a,b')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('refuse text that UTF-8 would take for another', () => {
    for (const text of ['\ud800', 'a\udc00']) {
      expect(() => canonicalBytes('l', [text])).toThrow(
        expect.objectContaining({ code: 'AVOW_INVALID' }) as Error,
      );
    }
  });

  it('hold values larger than their first buffer', () => {
    const large = 'é'.repeat(100_000);
    expect(canonicalBytes('l', [large]).length).toBe(5 + 1 + 5 + 200_000);
  });
});

/** A value with its type, so that 1 and "1" differ in JSON. */
function tag(value: string | number | Uint8Array | null): unknown {
  return value instanceof Uint8Array ? ['blob', ...value] : [typeof value, value];
}

describe('canonical JSON', () => {
  const json = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  })).value;

  it('says the same as JSON, in one way only', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('sorts names by code unit', () => {
    const value = { b: 1, a: 2, B: 3, '\u{1f600}': 4, '\ufffd': 5, '10': 6, '9': 7 };
    const names = Object.keys(JSON.parse(canonicalJson(value)));
    expect(canonicalJson(value)).toBe('{"10":6,"9":7,"B":3,"a":2,"b":1,"😀":4,"\ufffd":5}');
    expect(names.length).toBe(7);
  });

  it('refuses what cannot be written one way', () => {
    for (const value of [0.5, Number.NaN, 2 ** 53, '\ud800', { '\udc00': 1 }]) {
      expect(() => canonicalJson(value as Json)).toThrow(/an entry holds/);
    }
  });
});
