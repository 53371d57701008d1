import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Occasion, openPassphraseFile, type PassphraseFile } from '../src/index.ts';

let folder: string;
let file: string;
let parameters: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-keyring-'));
  file = join(folder, 'secret', 'passphrase');
  parameters = `${file}.argon2.json`;
  data = join(folder, 'data');
  mkdirSync(data);
  mkdirSync(join(folder, 'secret'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function open(more: Partial<PassphraseFile> = {}) {
  return openPassphraseFile({ file, apartFrom: [data], mode: 'production', ...more });
}

/** The key's bytes, to compare. */
async function keyOf(occasion: Occasion, more: Partial<PassphraseFile> = {}): Promise<string> {
  const key = await (await open(more)).rootKey(occasion);
  return key.export().toString('hex');
}

/** Parameters that cost next to nothing: how hard a guess is made is not what these tests are about. */
function writeParameters(path: string, salt: string): void {
  const cheap = { algorithm: 'argon2id', salt, memory: 8, passes: 1, parallelism: 1 };
  writeFileSync(path, JSON.stringify(cheap));
}

function writePassphrase(text: string, path = file): void {
  writeFileSync(path, text, { mode: 0o600 });
}

describe('a passphrase file', () => {
  it('gives the same 256-bit key each time, and another for another passphrase or salt', async () => {
    writePassphrase('correct horse battery staple\n');
    writeParameters(parameters, 'c2FsdCBvZiAxNiBieXRlcw==');
    const other = join(folder, 'other.json');
    writeParameters(other, 'YW5vdGhlciBzYWx0IG9mIDE2');
    const key = await keyOf('first');
    expect(key.length).toBe(64);
    expect(await keyOf('later')).toBe(key);
    expect(await keyOf('later', { parameters: other })).not.toBe(key);
    writePassphrase('correct horse battery stable\n');
    expect(await keyOf('later')).not.toBe(key);
  });

  it('is stretched by the recommended parameters, made with the first key', async () => {
    writePassphrase('correct horse battery staple');
    const key = await keyOf('first');
    expect(JSON.parse(readFileSync(parameters, 'utf8'))).toEqual({
      algorithm: 'argon2id',
      memory: 65_536,
      passes: 3,
      parallelism: 4,
      salt: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
    });
    expect(statSync(parameters).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'secret'))).toHaveLength(2);
    expect(await keyOf('later')).toBe(key);
  });

  it('whose parameters were lost opens nothing, and gets no others', async () => {
    writePassphrase('correct horse battery staple');
    for (const mode of ['production', 'development'] as const) {
      const keyring = await open({ mode });
      await expect(keyring.rootKey('later')).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
      await expect(keyring.rootKey('later')).rejects.toThrow(/Put it back/);
      expect(existsSync(parameters)).toBe(false);
    }
  });

  it('is made up once, whoever comes first', async () => {
    const another = () => open({ mode: 'development' });
    const keyrings = await Promise.all([another(), another()]);
    writeParameters(parameters, 'c2FsdCBvZiAxNiBieXRlcw==');
    const keys = await Promise.all(keyrings.map((keyring) => keyring.rootKey('first')));
    expect(keys[0]!.equals(keys[1]!)).toBe(true);
    expect(readdirSync(join(folder, 'secret')).toSorted()).toEqual([
      'passphrase',
      'passphrase.argon2.json',
    ]);
  });

  it('that was lost is not made up again, in development either', async () => {
    writeParameters(parameters, 'c2FsdCBvZiAxNiBieXRlcw==');
    const keyring = await open({ mode: 'development' });
    await expect(keyring.rootKey('later')).rejects.toThrow(/put back/);
    expect(existsSync(file)).toBe(false);
  });

  it('is never made up in production', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    await expect(open()).rejects.toThrow(/make one/);
    expect(readdirSync(join(folder, 'secret'))).toEqual([]);
  });

  it('is made up in development with the first key, for its owner alone, and then kept', async () => {
    writeParameters(parameters, 'c2FsdCBvZiAxNiBieXRlcw==');
    const keyring = await open({ mode: 'development' });
    expect(keyring.source).toContain(file);
    expect(existsSync(file)).toBe(false);
    await keyring.rootKey('first');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const made = readFileSync(file, 'utf8');
    await keyOf('first', { mode: 'development' });
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  it('must not be readable by others, short, or lie with the data', async () => {
    writePassphrase('correct horse battery staple');
    chmodSync(file, 0o640);
    await expect(open()).rejects.toThrow(/chmod 600/);
    writeFileSync(file, 'short');
    chmodSync(file, 0o600);
    await expect(open()).rejects.toThrow(/under 16 characters/);
    const beside = join(data, 'passphrase');
    writePassphrase('correct horse battery staple', beside);
    await expect(open({ file: beside })).rejects.toThrow(/move it/);
    symlinkSync(beside, join(folder, 'link'));
    await expect(open({ file: join(folder, 'link') })).rejects.toThrow(/move it/);
    // Nor does one get there that is yet to be made.
    symlinkSync(data, join(folder, 'elsewhere'));
    const unmade = join(folder, 'elsewhere', 'root');
    await expect(open({ file: unmade, mode: 'development' })).rejects.toThrow(/move it/);
  });

  it('needs parameters that can be read, and worked with', async () => {
    writePassphrase('correct horse battery staple');
    const absurd = '{"algorithm":"argon2id","salt":"AAAA","memory":0,"passes":0,"parallelism":0}';
    for (const text of ['', '{}', '{"algorithm":"scrypt"}', 'null', absurd]) {
      writeFileSync(parameters, text);
      for (const occasion of ['first', 'later'] as const) {
        await expect(keyOf(occasion)).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
      }
      expect(readFileSync(parameters, 'utf8')).toBe(text);
    }
  });
});
