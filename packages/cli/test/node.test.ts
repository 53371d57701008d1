import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oldNode } from '../src/node.ts';

const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

test('an older Node is told so, with the package that brings the one that is needed', () => {
  expect(oldNode('20.20.2', 'linux-x64')).toMatch(/Node 26, and this is 20\.20\.2: "npm install/);
  const named = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'].map(
    (machine) => /install (\S+)@26/.exec(oldNode('25.1.0', machine) ?? '')?.[1],
  );
  expect(named.sort()).toEqual(Object.keys(optionalDependencies).sort());
  expect(oldNode('25.1.0', 'sunos-x64')).toContain('install Node 26');
});

test('the one that is needed, and any after it, is well', () => {
  expect([oldNode('26.10.0', 'linux-x64'), oldNode('30.0.0', 'linux-x64')]).toEqual([
    undefined,
    undefined,
  ]);
});
