import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docPages } from '../../packages/server/src/docs/pages.ts';
import { example } from '../guides/block.ts';
import { bringDocuments } from './documents.ts';

/** What an application installs to carry a policy out in its own process. */
const embedded = [
  'packages/policy',
  'packages/ledger',
  'packages/vault',
  'packages/avow',
  'policies/market',
];

const scratch = mkdtempSync(join(tmpdir(), 'avow-app-'));
const copy = join(scratch, 'repository');
const app = join(scratch, 'app');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the published packages, in an empty JavaScript application', () => {
  beforeAll(() => {
    const workspaces = embedded.flatMap((folder) => ['-w', folder]);
    copyRepository();
    mkdirSync(app);
    npm(copy, 'pack', '--silent', '--pack-destination', app, ...workspaces);
    const tarballs = readdirSync(app).filter((file) => file.endsWith('.tgz'));
    expect(tarballs).toHaveLength(embedded.length);
    writeFileSync(
      join(app, 'package.json'),
      '{ "name": "app", "private": true, "type": "module" }',
    );
    const files = tarballs.map((file) => `./${file}`);
    npm(app, 'install', '--prefer-offline', '--no-audit', '--no-fund', ...files);
  }, 120_000);

  it("run the README's embedded example", () => {
    writeFileSync(join(app, 'app.js'), example('README.md', 'embedded'));
    const said = execFileSync(process.execPath, ['app.js'], { cwd: app, encoding: 'utf8' });
    expect(said.split('\n').slice(0, 5)).toEqual([
      'false 2.a.1',
      "true 2.c.6 [ 'contact.email' ]",
      'true 2.c.6',
      'false 2.a.6',
      'true S.2.2',
    ]);
    expect(said).toContain("sentence: '2.c.6'");
  }, 60_000);

  it('are JavaScript with declarations, and bring no TypeScript source along', () => {
    const library = join(app, 'node_modules/avow');
    const { exports } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
    expect(exports['.']).toEqual({ types: './dist/index.d.ts', default: './dist/index.js' });
    expect(readdirSync(library).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  });

  it('bring along what they read when they run', () => {
    const root = process.cwd();
    for (const folder of ['packages/cli', 'packages/server']) {
      cpSync(join(folder, 'package.json'), join(scratch, folder, 'package.json'));
    }
    cpSync('packages/cli/template', join(scratch, 'packages/cli/template'), { recursive: true });
    expect(packedOf('packages/cli')).toContain('template/clauses.ts');
    cpSync('packages/server/src/docs', join(scratch, 'packages/server/src/docs'), {
      recursive: true,
    });
    bringDocuments(root, join(scratch, 'packages/server'));
    const files = docPages.map(({ file }) => `docs/${file}`);
    expect(packedOf('packages/server')).toEqual(expect.arrayContaining(files));
  });

  it('leave the repository as it was once they are packed', () => {
    for (const folder of embedded) {
      const files = readdirSync(join(copy, folder));
      expect(files).not.toContain('package.json.kept');
      expect(files).not.toContain('LICENSE');
      const manifest = readFileSync(join(copy, folder, 'package.json'), 'utf8');
      expect(JSON.parse(manifest).exports['.']).toBe('./src/index.ts');
    }
  });
});

/** Packing puts other manifests in place for a moment, which tests that run beside this one must not see. */
function copyRepository(): void {
  const wanted = [...embedded, 'scripts', 'package.json', 'tsconfig.json', 'LICENSE'];
  // What is packed with the server is named there.
  wanted.push('packages/server/src/docs/pages.ts');
  for (const path of wanted) cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
}

/** The files that a package is packed with. */
function packedOf(folder: string): string[] {
  const words = ['pack', '--dry-run', '--ignore-scripts', '--json'];
  const said = execFileSync('npm', words, { cwd: join(scratch, folder), encoding: 'utf8' });
  const [{ files }] = JSON.parse(said);
  return files.map(({ path }: { readonly path: string }) => path);
}

function npm(folder: string, ...words: string[]): void {
  execFileSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}
