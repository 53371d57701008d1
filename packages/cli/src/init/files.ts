import { readFileSync } from 'node:fs';
import { version } from '../version.ts';
import { inLanguages, type Written } from './languages.ts';

/** The policy that `init` writes: real sources, checked as they are, beside `src` and beside `dist` alike. */
const template = new URL('../../template/', import.meta.url);
const sources = ['index.ts', 'words.ts', 'clauses.ts', 'answers.test.ts'];

/** The files of a new policy by their names: its sources, and what makes a package of them. */
export function filesOf(name: string, languages: readonly Written[]): ReadonlyMap<string, string> {
  return new Map([
    ...sources.map((file): [string, string] => [
      file,
      inLanguages(readFileSync(new URL(file, template), 'utf8'), languages),
    ]),
    ['package.json', written(manifest(name))],
    ['tsconfig.json', written(compiler)],
  ]);
}

function manifest(name: string) {
  return {
    name,
    private: true,
    type: 'module',
    exports: './index.ts',
    scripts: { check: 'avow check .', test: 'avow check . --fail-on warning && node --test' },
    dependencies: { '@avow/policy': version() },
    devDependencies: { '@avow/cli': version() },
  };
}

/** For editors, and for `tsc`: Node itself runs the sources as they are. */
const compiler = {
  compilerOptions: {
    target: 'es2024',
    module: 'nodenext',
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    skipLibCheck: true,
  },
  // Tests need Node's types, which whoever has them says here.
  exclude: ['**/*.test.ts'],
};

const written = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
