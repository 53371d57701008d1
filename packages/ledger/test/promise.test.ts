import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSigner,
  formatPromise,
  generateLogKey,
  type InclusionPromise,
  LedgerError,
  leafHash,
  parseCheckpoint,
  parsePromise,
  signPromise,
  verifyPromise,
} from '../src/index.ts';

const longestDelay = 86_400_000;
const time = { min: Date.UTC(1970, 0), max: Date.UTC(9999, 11, 31) - longestDelay };
const promises: fc.Arbitrary<InclusionPromise> = fc
  .record({
    origin: fc.constantFrom('log.example/one', 'märkte.example', 'a'),
    leaf: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    promisedAt: fc.integer(time),
    delay: fc.nat(longestDelay),
  })
  .map(({ delay, ...rest }) => ({ ...rest, integratedBy: rest.promisedAt + delay }));

const promise: InclusionPromise = {
  origin: 'log.example/one',
  leaf: leafHash(new Uint8Array(0)),
  promisedAt: Date.UTC(2026, 0, 2, 3, 4, 5, 6),
  integratedBy: Date.UTC(2026, 0, 2, 3, 4, 6, 6),
};
const text = [
  'avow ledger promise v1',
  'origin log.example/one',
  'leaf bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
  'promised 2026-01-02T03:04:05.006Z',
  'integrated-by 2026-01-02T03:04:06.006Z',
  '',
].join('\n');

describe('promise text', () => {
  it('names log, leaf, time and by when', () => {
    expect(formatPromise(promise)).toBe(text);
    expect(parsePromise(text)).toEqual(promise);
  });

  it('comes back as it was written, and is never a checkpoint', () => {
    fc.assert(
      fc.property(promises, (any) => {
        const written = formatPromise(any);
        expect(parsePromise(written)).toEqual(any);
        expect(() => parseCheckpoint(written)).toThrow('line 2');
      }),
    );
  });

  it('has one spelling: a changed text is refused or says something else', () => {
    const edit = fc.constantFrom('', '0', ' ', '\n', '+', 'A', '=', '00');
    fc.assert(
      fc.property(promises, fc.nat(), edit, (any, at, other) => {
        const written = formatPromise(any);
        const i = at % written.length;
        const mutated = written.slice(0, i) + other + written.slice(i + 1);
        let parsed: InclusionPromise;
        try {
          parsed = parsePromise(mutated);
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
          return;
        }
        expect(formatPromise(parsed)).toBe(mutated);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['another version', text.replace('v1', 'v2'), 'line 1'],
    ['an empty origin', text.replace('log.example/one', ''), 'line 2'],
    ['a short leaf', text.replace('bjQLnP+z', ''), 'line 3'],
    ['a time without a zone', text.replace('.006Z', '.006'), 'line 4'],
    ['a time of another zone', text.replace('.006Z', '.006+00:00'), 'line 4'],
    ['a day that is none', text.replace('2026-01-02', '2026-02-30'), 'line 4'],
    ['an end before its beginning', text.replace('04:06.006Z', '04:04.006Z'), 'line 5'],
    ['a line more', `${text}more\n`, 'number of lines'],
    ['no newline at the end', text.slice(0, -1), 'number of lines'],
  ])('refuses %s and says where', (_, wrong, where) => {
    expect(() => parsePromise(wrong)).toThrow(LedgerError);
    expect(() => parsePromise(wrong)).toThrow(where);
  });

  it.each([
    ['origin', { ...promise, origin: 'a\nb' }],
    ['leaf', { ...promise, leaf: new Uint8Array(31) }],
    ['promised', { ...promise, promisedAt: Number.NaN }],
    ['promised', { ...promise, promisedAt: Date.UTC(10_000, 0) }],
    ['integrated-by', { ...promise, integratedBy: promise.promisedAt - 1 }],
  ])('is not written with a wrong %s', (where, wrong) => {
    expect(() => formatPromise(wrong)).toThrow(where);
  });
});

describe('signed promises', () => {
  const signer = createSigner('log.example/one', generateLogKey().privateKey);

  it('verify with the key of their origin', () => {
    expect(verifyPromise(signPromise(promise, signer), signer.vkey)).toEqual(promise);
  });

  it('are neither signed nor believed for another origin', () => {
    const other = { ...promise, origin: 'log.example/two' };
    expect(() => signPromise(other, signer)).toThrow('another log');
    expect(() => verifyPromise(signer.sign(formatPromise(other)), signer.vkey)).toThrow(
      'another log',
    );
  });
});
