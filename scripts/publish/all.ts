/**
 * `npm run packages -- <folder>`: packs every package that an application may install, as npm takes them.
 * They need each other in these very versions, and are on no registry: install all of them together.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

/** The packages to publish: all but what is private. */
export const publishable: readonly string[] = readdirSync('packages')
  .map((name) => `packages/${name}`)
  .filter((folder) => !JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).private);

if (import.meta.main) {
  const [named] = process.argv.slice(2);
  if (named === undefined) throw new Error('name a folder: npm run packages -- ../avow-packages');
  const folder = resolve(named);
  mkdirSync(folder, { recursive: true });
  const workspaces = publishable.flatMap((each) => ['-w', each]);
  const words = ['pack', '--silent', '--pack-destination', folder, ...workspaces];
  execFileSync('npm', words, { stdio: 'inherit' });
  console.log(`${publishable.length} packages in ${relative(process.cwd(), folder)}. In your application:
  npm install ${folder}/*.tgz`);
}
