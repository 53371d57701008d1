import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Checkpoint,
  createSigner,
  EMPTY_ROOT,
  formatCheckpoint,
  generateLogKey,
  LedgerError,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from '../src/index.ts';

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((s) => !/\p{Cc}/u.test(s));
const root = fc.uint8Array({ minLength: 32, maxLength: 32 });
const checkpoints: fc.Arbitrary<Checkpoint> = fc.oneof(
  fc.record({ origin: line, size: fc.maxSafeNat(), root }),
  fc.record({
    origin: line,
    size: fc.maxSafeNat(),
    root,
    extensions: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
);

describe('checkpoint text', () => {
  it('is origin, decimal size and base64 root', () => {
    const checkpoint = { origin: 'log.example/one', size: 0, root: EMPTY_ROOT };
    const text = 'log.example/one\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';
    expect(formatCheckpoint(checkpoint)).toBe(text);
    expect(parseCheckpoint(text)).toEqual(checkpoint);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  it('has one spelling: a changed text is refused or says something else', () => {
    const edit = fc.tuple(fc.nat(), fc.constantFrom('', '0', ' ', '\n', 'A', '=', '+', '-'));
    fc.assert(
      fc.property(checkpoints, edit, (checkpoint, [at, other]) => {
        const text = formatCheckpoint(checkpoint);
        const i = at % text.length;
        const mutated = text.slice(0, i) + other + text.slice(i + 1);
        let parsed: Checkpoint;
        try {
          parsed = parseCheckpoint(mutated);
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
          return;
        }
        expect(formatCheckpoint(parsed)).toBe(mutated);
      }),
      { numRuns: 1000 },
    );
  });

  const good = ['log.example', '12', 'A'.repeat(43).concat('=')];
  it.each([
    ['no newline at the end', good.join('\n'), 'newline'],
    ['an empty origin', `\n12\n${good[2]}\n`, 'line 1'],
    ['a leading zero', `log.example\n012\n${good[2]}\n`, 'line 2'],
    ['a signed size', `log.example\n+12\n${good[2]}\n`, 'line 2'],
    ['a size of 2^53', `log.example\n9007199254740992\n${good[2]}\n`, 'line 2'],
    ['a short root', 'log.example\n12\nAAAA\n', 'line 3'],
    ['stray bits in the root', `log.example\n12\n${'A'.repeat(42)}B=\n`, 'line 3'],
    ['an empty extension', `${good.join('\n')}\n\nmore\n`, 'line 4'],
  ])('refuses %s and names the line', (_, text, where) => {
    expect(() => parseCheckpoint(text)).toThrow(where);
  });

  it.each([
    ['origin', { origin: 'two\nlines', size: 1, root: EMPTY_ROOT }],
    ['size', { origin: 'log.example', size: 2 ** 53, root: EMPTY_ROOT }],
    ['root', { origin: 'log.example', size: 1, root: new Uint8Array(31) }],
    ['extensions', { origin: 'log.example', size: 1, root: EMPTY_ROOT, extensions: [''] }],
  ])('is not written with a wrong %s', (where, checkpoint) => {
    expect(() => formatCheckpoint(checkpoint)).toThrow(where);
  });
});

describe('signed checkpoints', () => {
  const signer = createSigner('log.example/one', generateLogKey().privateKey);
  const checkpoint = { origin: 'log.example/one', size: 0, root: EMPTY_ROOT };

  it('verify with the key of their origin', () => {
    const note = signCheckpoint(checkpoint, signer);
    expect(verifyCheckpoint(note, signer.vkey)).toEqual(checkpoint);
  });

  it('are neither signed nor believed for another origin', () => {
    const other = { ...checkpoint, origin: 'log.example/two' };
    expect(() => signCheckpoint(other, signer)).toThrow('another log');
    const note = signer.sign(formatCheckpoint(other));
    expect(() => verifyCheckpoint(note, signer.vkey)).toThrow('another log');
  });
});
