import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { leadsTo } from '../src/docs/links.ts';
import { written } from '../src/docs/markdown.ts';
import { docPages } from '../src/docs/pages.ts';
import { chapterPath } from '../src/pages/reference/address.ts';
import { chapters } from '../src/v1/routes.ts';
import { ask, open, type Place } from './open.ts';

const root = join(import.meta.dirname, '../../..');

const pageAt = async ({ server }: Place, path: string) => {
  const { status, headers, body } = await ask(server, 'GET', path);
  return { status, type: headers.get('content-type') ?? '', body: String(body) };
};

it('every document is a page in the shared look, small, and without script or style of its own', async () => {
  const place = await open();
  for (const { path, file } of docPages) {
    const { status, body } = await pageAt(place, path);
    expect([file, status]).toEqual([file, 200]);
    const [, title] = /^# (.*)$/m.exec(readFileSync(join(root, file), 'utf8')) ?? [];
    expect(body).toContain('<link rel="stylesheet" href="/look.css">');
    expect([file, body.match(/<h1>(.*)<\/h1>/)?.[1]]).toEqual([file, title?.replaceAll('`', '')]);
    expect(body).not.toMatch(/<script|<style| style="|<!-- /);
    expect(gzipSync(body).length).toBeLessThanOrEqual(60_000);
  }
});

it('every link within the documentation leads somewhere, to the very place', async () => {
  const place = await open();
  const found: string[] = [];
  const paths = [
    ...docPages.map(({ path }) => path),
    ...['/docs/api', ...chapters.map(chapterPath), '/docs/errors'],
  ];
  const pages = new Map<string, string>();
  const bodyOf = async (path: string) => {
    const body = pages.get(path) ?? (await pageAt(place, path)).body;
    pages.set(path, body);
    return body;
  };
  for (const path of paths) {
    for (const [, link = ''] of (await bodyOf(path)).matchAll(/(?:href|src)="([/#][^"]*)"/g)) {
      const [to = '', anchor] = link.split('#', 2);
      const at = to === '' ? path : to.replace(/\?.*$/, '');
      if (!at.startsWith('/docs')) continue;
      if (at.startsWith('/docs/pictures/')) {
        expect((await pageAt(place, at)).type).toBe('image/png');
      } else if (!paths.includes(at)) found.push(`${path}: ${link}`);
      else if (anchor && !(await bodyOf(at)).includes(`id="${anchor}"`))
        found.push(`${path}: ${link}`);
    }
  }
  expect(found).toEqual([]);
});

it('every file that a document names is there, whether or not it is a page', () => {
  const missing = docPages.flatMap(({ file }) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => !existsSync(join(root, dirname(file), link)))
      .map((link) => `${file}: ${link}`),
  );
  expect(missing).toEqual([]);
});

it('links lead to pages, and to nothing where a file is none', () => {
  expect(leadsTo('../operate.md#start-and-stop', 'docs/guides/express.md')).toBe(
    '/docs/operate#start-and-stop',
  );
  expect(leadsTo('docs/pictures/a.png', 'README.md')).toBe('/docs/pictures/a.png');
  expect(leadsTo('policies/market/src', 'README.md')).toBeUndefined();
});

it('what is written in a document stays text, and tables take the names of their columns along', () => {
  const { title, main, parts } = written(
    '# A `title`\n\n## One, two\n\n<b>bold</b> <!-- no --> & `<i>`\n\n| a | b |\n| - | - |\n| 1 | "2" |\n\n```js\n1 < 2\n```',
    'README.md',
  );
  expect([title, parts]).toEqual(['A title', [{ anchor: 'one-two', name: 'One, two' }]]);
  const said = String(main);
  expect(said).toContain('&lt;b&gt;bold&lt;/b&gt;');
  expect(said).toContain('<code>&lt;i&gt;</code>');
  expect(said).toContain('<th scope="row">1</th><td data-head="b"><span>&quot;2&quot;</span></td>');
  expect(said).toContain('<pre tabindex="0"><code>1 &lt; 2</code></pre>');
});
