import { describe, expect, it } from 'vitest';
import { checkArchitecture } from './check.ts';
import { breaches, importsOf } from './imports.ts';
import { rooms } from './rooms.ts';

const why = (file: string, source: string) => breaches(file, source, rooms).map((b) => b.why);

describe('the table of rooms', () => {
  it('holds for every source file of the repository', () => {
    expect(checkArchitecture(process.cwd())).toEqual([]);
  });
});

describe('a breach is found', () => {
  it('in a policy that reads a file', () => {
    expect(why('packages/policy/src/a.ts', `import { readFileSync } from 'node:fs';`)).toEqual([
      'packages/policy sees no Node',
    ]);
  });
  it('in a verifier that signs', () => {
    expect(
      why('packages/ledger/src/verify/a.ts', `import { sign } from '../note/sign.ts';`),
    ).toEqual(['packages/ledger/src/verify may not reach outside its folder']);
  });
  it('in a vault that knows the library above it', () => {
    expect(why('packages/vault/src/a.ts', `export * from 'avow';`)).toEqual([
      'packages/vault may not import avow',
    ]);
  });
  it('in a market that goes behind the public face', () => {
    expect(why('examples/market/src/a.ts', `const v = await import('@avow/vault');`)).toEqual([
      'examples/market may not import @avow/vault',
    ]);
  });
  it('in a dependency nobody gave a reason for', () => {
    expect(why('packages/vault/src/a.ts', `import type { Lodash } from 'lodash/fp';`)).toEqual([
      'packages/vault may not depend on lodash',
    ]);
  });
  it('in a path that climbs into another package', () => {
    expect(
      why('packages/avow/src/act/a.ts', `import x from '../../../vault/src/index.ts';`),
    ).toEqual(['packages/avow may not reach outside its folder']);
  });
});

describe('an import is read', () => {
  it('in every form', () => {
    const source = `import a, { b } from 'one';
import type {
  C,
} from 'two';
import 'three';
export { d } from 'four';
export * from 'five';
const e = await import('six');
const text = "not from 'seven'";`;
    expect(importsOf(source)).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
  });
  it('and left alone where the room allows it', () => {
    expect(why('packages/vault/src/a.ts', `import { leafHash } from '@avow/ledger';`)).toEqual([]);
    expect(why('README.ts', `import x from 'anything';`)).toEqual([]);
  });
});
