import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HttpFault } from '../../src/http/fault.ts';
import { readJson } from '../../src/json/read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function faultOf(input: Uint8Array): HttpFault {
  try {
    readJson(input);
  } catch (thrown) {
    if (thrown instanceof HttpFault) return thrown;
    throw thrown;
  }
  throw new Error('it was read');
}

const refusal = (text: string) => {
  const { code, errors } = faultOf(bytes(text));
  return [code, errors[0]?.pointer];
};

describe('a JSON body is refused', () => {
  it('when it is no JSON, or not UTF-8', () => {
    expect(refusal('{"a":')).toEqual(['AVOW_BODY_MALFORMED', undefined]);
    expect(refusal('')).toEqual(['AVOW_BODY_MALFORMED', undefined]);
    expect(faultOf(Uint8Array.of(0x22, 0xff, 0x22)).code).toBe('AVOW_BODY_MALFORMED');
  });

  it('when an object holds a name twice, however it is written', () => {
    expect(refusal('{"a":1,"a":2}')).toEqual(['AVOW_BODY_DUPLICATE_NAME', '/a']);
    expect(refusal('{"a":1,"\\u0061":2}')).toEqual(['AVOW_BODY_DUPLICATE_NAME', '/a']);
    expect(refusal('{"x":[{}, {"y/z":{}, "y/z":0}]}')).toEqual([
      'AVOW_BODY_DUPLICATE_NAME',
      '/x/1/y~1z',
    ]);
  });

  it('when it nests too deep', () => {
    expect(refusal('['.repeat(33) + ']'.repeat(33))[0]).toBe('AVOW_BODY_TOO_DEEP');
    expect(readJson(bytes('['.repeat(32) + ']'.repeat(32)))).toBeDefined();
  });

  it('when a text holds NUL or half of a pair, in a value or in a name', () => {
    expect(refusal('{"a":{"b":"x\\u0000"}}')).toEqual(['AVOW_TEXT_UNSOUND', '/a/b']);
    expect(refusal('{"a":["\\ud800"]}')).toEqual(['AVOW_TEXT_UNSOUND', '/a/0']);
    expect(refusal('{"a":{"\\udc00":1}}')).toEqual(['AVOW_TEXT_UNSOUND', '/a']);
  });

  it('without repeating what stood there', () => {
    const fault = faultOf(bytes('{"phone":"+86 20 5555 0100"'));
    expect(`${fault.message}${JSON.stringify(fault)}`).not.toContain('5555');
  });
});

describe('a JSON body is read', () => {
  it('when the same name stands in different objects, or in a string', () => {
    const value = { a: { a: ['a', { a: '{"a":1,"a":2}' }] }, b: { a: '\\"' } };
    expect(readJson(bytes(JSON.stringify(value)))).toEqual(value);
  });

  it('as JSON.parse reads it, whatever it holds', () => {
    const sound = fc
      .string({ unit: 'binary' })
      .filter((text) => text.isWellFormed() && !text.includes('\0'));
    const value = fc.jsonValue({ maxDepth: 6 });
    fc.assert(
      fc.property(fc.oneof(value, fc.dictionary(sound, sound)), (written) => {
        const text = JSON.stringify(written);
        fc.pre(!/\\u0000|\\ud[89a-f]/i.test(text));
        expect(readJson(bytes(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });
});
