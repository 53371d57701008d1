import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../vectors/ledger/signed-note.json' with { type: 'json' };
import { createSigner, generateLogKey, LedgerError, verifyNote } from '../src/index.ts';
import { bumpByte, everySlice } from './mutate.ts';

const [peter, enoch] = [vectors.keys[0]!, vectors.keys[1]!];
const { text } = vectors;
const note = `${text}\n${peter.signature}`;

/** The prefix of an Ed25519 private key in PKCS #8, before its 32-byte seed (RFC 8410 §7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

function keyFromSeed(seed: string): KeyObject {
  const der = Buffer.concat([PKCS8_PREFIX, Buffer.from(seed, 'base64')]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
  return undefined;
}

describe('signed notes: published vectors', () => {
  it('signs as the published signature does', () => {
    const signer = createSigner(peter.name, keyFromSeed(peter.seed!));
    expect(signer.vkey).toBe(peter.vkey);
    expect(signer.keyId).toBe('c74f20a3');
    expect(signer.sign(text)).toBe(note);
  });

  it('verifies by either key and passes over signatures of others', () => {
    const both = note + enoch.signature;
    expect(verifyNote(both, peter.vkey)).toBe(text);
    expect(verifyNote(both, enoch.vkey)).toBe(text);
    expect(codeOf(() => verifyNote(note, enoch.vkey))).toBe('AVOW_LEDGER_SIGNATURE_MISSING');
  });

  it('refuses every slice and every changed character of a verifier key', () => {
    for (const vkey of everySlice(peter.vkey)) {
      expect(codeOf(() => verifyNote(note, vkey))).toBe('AVOW_LEDGER_KEY_MALFORMED');
    }
    for (let i = 0; i < peter.vkey.length; i++) {
      const vkey = bumpByte(peter.vkey, i);
      expect(codeOf(() => verifyNote(note, vkey))).toMatch(/KEY_MALFORMED|SIGNATURE_MISSING/);
    }
    for (const vkey of vectors.badVkeys) {
      expect(codeOf(() => verifyNote(note, vkey))).toBe('AVOW_LEDGER_KEY_MALFORMED');
    }
  });
});

describe('signed notes', () => {
  const { privateKey } = generateLogKey();
  const signer = createSigner('log.example/one', privateKey);
  const line = fc.string({ unit: 'grapheme' }).filter((s) => !/\p{Cc}/u.test(s));
  const texts = fc.array(line, { minLength: 1 }).map((lines) => `${lines.join('\n')}\n`);

  it('carry any text that a note can hold, empty lines too', () => {
    fc.assert(
      fc.property(texts, (any) => {
        expect(verifyNote(signer.sign(any), signer.vkey)).toBe(any);
      }),
    );
  });

  it('are refused after any change of one character', () => {
    const signed = signer.sign('one\n\ntwo\n');
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.string({ maxLength: 2 }), (i, other) => {
        const mutated = signed.slice(0, i) + other + signed.slice(i + 1);
        fc.pre(mutated !== signed);
        expect(() => verifyNote(mutated, signer.vkey)).toThrow(LedgerError);
      }),
      { numRuns: 1000 },
    );
  });

  it('are refused when one of two signatures by the key is wrong', () => {
    const wrong = signer.sign('other\n').split('\n').at(-2);
    const signed = `${signer.sign('text\n')}${wrong}\n`;
    expect(codeOf(() => verifyNote(signed, signer.vkey))).toBe('AVOW_LEDGER_SIGNATURE_WRONG');
  });

  it.each([
    ['no signatures', text],
    ['a blank line and nothing after it', `${text}\n`],
    ['no newline at the end', note.slice(0, -1)],
    ['a control character', `\u0001${note}`],
    ['a carriage return', note.replace('\n', '\r\n')],
    ['a lone surrogate', `\ud800${note}`],
    ['a key name with a space', `${text}\n${peter.signature.replace('Peter', 'Peter ')}`],
    ['a line that is no signature', `${note}Unexpected line.\n`],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['base64 without its padding', note.replace(/=\n$/, '\n')],
    ['more than 100 signatures', text + '\n'.concat(peter.signature.repeat(101))],
    ['a million characters and more', `${'x'.repeat(1_000_000)}${note}`],
  ])('are malformed with %s', (_, malformed) => {
    expect(codeOf(() => verifyNote(malformed, peter.vkey))).toBe('AVOW_LEDGER_NOTE_MALFORMED');
  });

  it('cannot be made of a text that does not end in a newline, or by another kind of key', () => {
    expect(codeOf(() => signer.sign('abc'))).toBe('AVOW_LEDGER_NOTE_MALFORMED');
    const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const named = (name: string, key: KeyObject) => codeOf(() => createSigner(name, key));
    expect(named('log.example', p256.privateKey)).toBe('AVOW_LEDGER_KEY_MALFORMED');
    expect(named('log.example', generateLogKey().publicKey)).toBe('AVOW_LEDGER_KEY_MALFORMED');
    for (const name of ['', 'a b', 'a+b', 'a\n', 'a\u00a0b']) {
      expect(named(name, privateKey)).toBe('AVOW_LEDGER_KEY_MALFORMED');
    }
  });
});
