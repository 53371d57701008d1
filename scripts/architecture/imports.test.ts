import { describe, expect, it } from 'vitest';
import { checkArchitecture } from './check.ts';
import { breaches, importsOf } from './imports.ts';
import { rooms } from './rooms.ts';

/** What is wrong with the first of these files, by path and source. */
function why(file: string, source: string, others: Record<string, string> = {}) {
  const read = (one: string) => (one === file ? source : others[one]);
  return breaches(file, rooms, read).map((breach) => breach.why);
}

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
  it('in a verifier that leads to something that signs', () => {
    const others = {
      'packages/ledger/src/note/text.ts': `import { sign } from './sign.ts';`,
      'packages/ledger/src/note/sign.ts': `import { sign } from 'node:crypto';`,
    };
    expect(
      why('packages/ledger/src/verify/a.ts', `import { parse } from '../note/text.ts';`, others),
    ).toEqual(['packages/ledger/src/verify sees no Node']);
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
