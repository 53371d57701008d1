import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPassphraseFile, type PassphraseFile } from '../src/index.ts';

let folder: string;
let file: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-keyring-'));
  file = join(folder, 'secret', 'passphrase');
  data = join(folder, 'data');
  mkdirSync(data);
  mkdirSync(join(folder, 'secret'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function open(more: Partial<PassphraseFile> = {}) {
  return openPassphraseFile({ file, apartFrom: [data], mode: 'production', ...more });
}

/** The key's bytes, to compare. */
async function keyOf(more: Partial<PassphraseFile> = {}): Promise<string> {
  const key = await (await open(more)).rootKey();
  return key.export().toString('hex');
}

describe('a passphrase file', () => {
  it('gives the same 256-bit key each time, and another for another passphrase or salt', async () => {
    writeFileSync(file, 'correct horse battery staple\n', { mode: 0o600 });
    const key = await keyOf();
    expect(key.length).toBe(64);
    expect(await keyOf()).toBe(key);
    expect(await keyOf({ parameters: join(folder, 'other.json') })).not.toBe(key);
    writeFileSync(file, 'correct horse battery stable\n', { mode: 0o600 });
    expect(await keyOf()).not.toBe(key);
  });

  it('is never made up in production', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    await expect(open()).rejects.toThrow(/make one/);
  });

  it('is made up in development, for its owner alone, and then kept', async () => {
    const keyring = await open({ mode: 'development' });
    expect(keyring.source).toContain(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const made = readFileSync(file, 'utf8');
    await open({ mode: 'development' });
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  it('must not be readable by others, short, or lie with the data', async () => {
    writeFileSync(file, 'correct horse battery staple', { mode: 0o600 });
    chmodSync(file, 0o640);
    await expect(open()).rejects.toThrow(/chmod 600/);
    writeFileSync(file, 'short');
    chmodSync(file, 0o600);
    await expect(open()).rejects.toThrow(/under 16 characters/);
    const beside = join(data, 'passphrase');
    writeFileSync(beside, 'correct horse battery staple', { mode: 0o600 });
    await expect(open({ file: beside })).rejects.toThrow(/move it/);
    symlinkSync(beside, join(folder, 'link'));
    await expect(open({ file: join(folder, 'link') })).rejects.toThrow(/move it/);
  });

  it('needs parameters that can be read', async () => {
    writeFileSync(file, 'correct horse battery staple', { mode: 0o600 });
    for (const text of ['', '{}', '{"algorithm":"scrypt"}', 'null']) {
      writeFileSync(`${file}.argon2.json`, text);
      await expect(open()).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    }
  });
});
