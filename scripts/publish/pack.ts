/**
 * Runs as `prepack` and `postpack` of every publishable package: before packing it compiles the
 * package's sources to `dist` and puts licence and published manifest in place; after packing it puts
 * the repository's own manifest back. npm calls both from the package's folder.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { bringDocuments, removeDocuments } from './documents.ts';
import { published } from './manifest.ts';

const root = new URL('../../', import.meta.url).pathname;
const kept = 'package.json.kept';

function before(): void {
  if (existsSync(kept)) after(); // a pack that was cut off
  rmSync('dist', { recursive: true, force: true });
  writeFileSync('tsconfig.publish.json', JSON.stringify(compiler(), null, 2));
  try {
    execFileSync(`${root}node_modules/.bin/tsc`, ['-p', 'tsconfig.publish.json'], {
      stdio: 'inherit',
    });
  } finally {
    rmSync('tsconfig.publish.json');
  }
  copyFileSync(`${root}LICENSE`, 'LICENSE'); // Apache-2.0, section 4(a): a copy goes along
  bringDocuments(root, '.');
  const manifest = readFileSync('package.json', 'utf8');
  renameSync('package.json', kept);
  writeFileSync('package.json', `${JSON.stringify(published(JSON.parse(manifest)), null, 2)}\n`);
}

function after(): void {
  rmSync('LICENSE', { force: true });
  removeDocuments('.');
  if (existsSync(kept)) renameSync(kept, 'package.json');
}

function compiler() {
  return {
    // A package that sees other globals than the rest says so itself.
    extends: existsSync('tsconfig.json') ? './tsconfig.json' : `${root}tsconfig.json`,
    compilerOptions: { noEmit: false, declaration: true, rootDir: 'src', outDir: 'dist' },
    include: ['src'],
    exclude: ['src/**/*.test.ts'],
  };
}

if (process.argv[2] === 'before') before();
else if (process.argv[2] === 'after') after();
else throw new Error('pack.ts takes `before` or `after`');
