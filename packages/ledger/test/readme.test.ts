import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the example of the README prints what it says', () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const words = ['--input-type=module-typescript', '--eval', example];
  const printed = execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  const promised = [...example.matchAll(/^\/\/> (.*)$/gm)].map(([, line]) => line);
  expect(promised.length).toBe(2);
  expect(printed.trimEnd().split('\n')).toEqual(promised);
});
