import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { directoryIn } from '../../src/deployment/directory.ts';
import { regionsIn } from '../../src/deployment/regions.ts';

const addresses = [
  'http://cn.market.example',
  'ftp://cn.market.example',
  'https://somebody:secret@cn.market.example',
  'https://:secret@cn.market.example',
  'https://cn.market.example/?to=elsewhere',
  'https://cn.market.example/?',
  'https://cn.market.example#',
  'http://localhost.example',
];

it.each(addresses)('takes %s for no place of another region, nor of the directory', (url) => {
  const folder = mkdtempSync(join(tmpdir(), 'avow-regions-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const key = join(folder, 'key');
  writeFileSync(key, randomBytes(32).toString('hex'), { mode: 0o600 });
  const directed = (at: string) =>
    directoryIn({ AVOW_DIRECTORY: at, AVOW_DIRECTORY_KEY: key }, folder)?.at;
  expect(() => regionsIn(`home=${url}`)).toThrow('AVOW_REGIONS');
  if (/^http/.test(url)) expect(() => directed(url)).toThrow('AVOW_DIRECTORY');
  expect(directed('https://cn.market.example/')).toEqual({ url: 'https://cn.market.example' });
  expect(directed('http://127.0.0.1:4000')).toEqual({ url: 'http://127.0.0.1:4000' });
});

it('takes no region twice', () => {
  const [one, other] = ['home=https://cn.market.example', 'us=https://us.market.example'];
  expect(Object.keys(regionsIn(`${one}, ${other}`))).toEqual(['home', 'us']);
  expect(() => regionsIn(`${one},home=https://elsewhere.example`)).toThrow('each once');
});
