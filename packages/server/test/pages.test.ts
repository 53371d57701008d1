import { gzipSync } from 'node:zlib';
import { prove, readPolicy, sentencesOf, situations } from '@avow/policy';
import { policy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { altered } from '../../../policies/market/test/altered.ts';
import { promises } from '../../../policies/market/test/kept.ts';
import { catalogue } from '../src/http/catalogue.ts';
import { html } from '../src/look/index.ts';
import { promiseTold } from '../src/pages/promise.ts';
import { promiseWords } from '../src/pages/promise-words.ts';
import { chapterPath } from '../src/pages/reference/address.ts';
import { becomes } from '../src/pages/situations.ts';
import { chapters } from '../src/v1/routes.ts';
import { ask, open } from './open.ts';

const pages = [
  ...['/policy', '/policy/promises/2.a.1:1', '/policy/versions', '/clauses', '/docs'],
  ...['/docs/api', '/docs/api/acts', '/docs/errors'],
];

describe('every page', () => {
  it('is open to anyone, sets no cookie, carries no script and no style of its own', async () => {
    const { server } = await open();
    for (const path of pages) {
      const { status, headers, body } = await ask(server, 'GET', path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/);
      expect(body).toContain('<link rel="stylesheet" href="/look.css">');
    }
  });

  it('has each id once, and every link within it leads somewhere', async () => {
    const { server } = await open();
    for (const path of pages) {
      const { body } = await ask(server, 'GET', path);
      const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
      const inside = [...body.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
      expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('has one heading of the first level, and skips no level', async () => {
    const { server } = await open();
    for (const path of pages) {
      const { body } = await ask(server, 'GET', path);
      const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      levels.forEach((level, at) => {
        expect(level - (levels[at - 1] ?? 0), `${path} heading ${at}`).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe('/policy', () => {
  it('shows every sentence, with its number as an anchor, in each language', async () => {
    const { server } = await open();
    for (const language of ['en', 'zh-CN'] as const) {
      const { body, headers } = await ask(server, 'GET', `/policy?lang=${language}`);
      expect(headers.get('content-language')).toBe(language);
      expect(body).toContain(`<html lang="${language}">`);
      for (const { id } of sentencesOf(policy)) expect(body).toContain(`id="${id}"`);
    }
  });

  it('says beside each sentence what it did this month, and what keeps it', async () => {
    const { server, avow } = await open();
    const { person } = await avow.subjects.create();
    const refused = await avow.act('use', {
      person,
      purpose: 'account',
      categories: ['contact.name'],
    });
    const told = async (language: string) =>
      (await ask(server, 'GET', `/policy?lang=${language}`)).body as string;
    await avow.log.flush();
    // One or two could be somebody that a reader knows of, also by what the sum leaves.
    const few = await told('en');
    expect(few).toContain('This month: <strong>fewer than 5 refused</strong>');
    expect(few).not.toMatch(/\b1 refused/);
    expect(await told('zh-CN')).toContain('本月：<strong>拒绝不到 5 次</strong>');
    const again = { person, purpose: 'account', categories: ['contact.name'] } as const;
    for (let more = 0; more < 4; more += 1) await avow.act('use', again);
    await avow.log.flush();
    const body = await told('en');
    const beside = (id: string) => {
      const at = body.indexOf(`<div class="sentence" id="${id}">`);
      return body.slice(at, body.indexOf('<div class="sentence"', at + 1));
    };
    expect(beside(refused.sentence)).toContain('This month: <strong>5 refused</strong>');
    expect(beside('2.a.1')).toContain('a proven promise');
    expect(beside('2.a.1')).toContain('Promise, proven over');
    expect(body).not.toContain('a promise that is broken');
  });

  it('is in the language that the browser asks for', async () => {
    const { server } = await open();
    const { body } = await ask(server, 'GET', '/policy', { headers: { 'accept-language': 'zh' } });
    expect(body).toContain('海港集市');
  });

  it('is the same as data, which can be read back', async () => {
    const { server } = await open();
    const { body, headers } = await ask(server, 'GET', '/policy.json');
    expect(readPolicy(body)).toEqual(policy);
    const again = await ask(server, 'GET', '/policy.json', {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('is the same as Markdown', async () => {
    const { server } = await open();
    const { body, headers } = await ask(server, 'GET', '/policy.md?lang=en');
    expect(headers.get('content-type')).toContain('text/markdown');
    expect(body).toMatch(/^# Harbour Market/);
  });

  it('knows no version that there never was', async () => {
    const { server } = await open();
    for (const path of ['/policy?version=x', '/policy/versions/x']) {
      const data = await ask(server, 'GET', path);
      expect([data.status, data.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
      const read = await ask(server, 'GET', path, { headers: { accept: 'text/html' } });
      expect([path, read.status]).toEqual([path, 404]);
      expect(read.body).toContain('<h1>There is nothing here</h1>');
    }
  });
});

describe('/policy/promises', () => {
  it('lays all situations of a proof apart, as many as were proven', async () => {
    const { server } = await open();
    const { body: whole } = await ask(server, 'GET', '/policy?lang=en');
    const proof = prove(policy).find(({ promise }) => promise === '2.a.3:1');
    const [path = ''] = /\/policy\/promises\/2\.a\.3:1\?lang=en/.exec(whole) ?? [];
    const { body } = await ask(server, 'GET', path);
    const situations = proof?.kind === 'proven' ? proof.situations : 0;
    expect(body).toContain(`Kept in all of ${situations.toLocaleString('en')} situations`);
    expect(body).toContain('you have allowed exactly this beforehand');
    const figures = [...body.matchAll(/<td class="figure"[^>]*><span>([\d,]+)</g)];
    const counted = figures.map(([, figure = '']) => Number(figure.replaceAll(',', '')));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(situations);
    // An enforced promise is none that situations prove, and a rule is none at all.
    for (const none of ['2.a.3:0', '9.z.1:0', 'nothing']) {
      expect((await ask(server, 'GET', `/policy/promises/${none}`)).status).toBe(404);
    }
  });

  it.each([
    ['en', 'We never', 'Unless', 'Never:'],
    ['zh-CN', '我们绝不', '除非', '绝不：'],
  ])(
    'says in plain words what is never done, and folds the formula away, in %s',
    async (language, never, unless, formula) => {
      const { server } = await open();
      const { body } = await ask(server, 'GET', `/policy/promises/2.a.1:1?lang=${language}`);
      const [, laid = ''] = /<dl class="laid-out">(.*?)<\/dl>/s.exec(body) ?? [];
      expect(laid).toContain(`<dt>${never}</dt>`);
      expect(laid).toContain(`<dt>${unless}</dt>`);
      expect(laid).not.toContain(formula);
      const [folded] = /<details class="formula">.*?<\/details>/s.exec(body) ?? [];
      expect(folded).toContain(formula);
      const { body: all } = await ask(server, 'GET', `/clauses?lang=${language}`);
      const backings = sentencesOf(policy).flatMap(({ backings }) => backings);
      const nevers = backings.filter(({ kind }) => kind === 'never');
      expect(all.match(/<dl class="laid-out">/g)).toHaveLength(nevers.length);
    },
  );

  it.each(['en', 'zh-CN'])('tells of a broken one the smallest situation, in %s', (language) => {
    const [kept] = promises;
    const broken = altered(kept!.made);
    const [proof] = prove(broken).filter(({ kind }) => kind === 'broken');
    const page = String(promiseTold(broken, proof?.promise ?? '', language));
    const words = proof?.kind === 'broken' ? proof.counterexample.words[language] : undefined;
    expect(page).toContain('verdict-failed');
    expect(page).toContain(String(html`${words}`));
    expect(page).toContain('share-broken');
  });
});

describe('situations that were laid apart only so far', () => {
  it.each([
    ['en', 'too many cases to be told apart', 'and perhaps in more'],
    ['zh-CN', '不在此页逐类列出', '至少有'],
  ] as const)(
    'are counted on the page like the others, and it says so (%s)',
    (language, said, atLeast) => {
      const whole = situations(policy, '2.a.3:1');
      const some = situations(policy, '2.a.3:1', 20);
      if (whole === undefined || some === undefined) throw new TypeError('no such promise');
      expect(String(becomes(whole, policy, language))).not.toContain(said);
      const page = String(becomes(some, policy, language));
      expect(page).toContain(said);
      const figures = [...page.matchAll(/<td class="figure"[^>]*><span>([\d,]+)</g)];
      const counted = figures.map(([, figure = '']) => Number(figure.replaceAll(',', '')));
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(whole.situations);
      expect(promiseWords(language).brokenAtLeast('3', '9')).toContain(atLeast);
    },
  );
});

describe('/clauses', () => {
  it('says what backs each sentence, what it did, and what is not known yet', async () => {
    const { server, avow } = await open();
    const { person } = await avow.subjects.create();
    const refused = await avow.act('use', {
      person,
      purpose: 'account',
      categories: ['contact.name'],
    });
    await avow.log.flush();
    const { body } = await ask(server, 'GET', '/clauses?lang=en');
    const at = body.indexOf(`<div class="sentence" id="${refused.sentence}">`);
    expect(body.slice(at, body.indexOf('<div class="sentence"', at + 1))).toContain(
      'fewer than 5 refused',
    );
    for (const kind of ['Rule: permits', 'Rule: forbids', 'Promise, proven over', 'Duty']) {
      expect(body).toContain(kind);
    }
    expect(body).not.toContain('Promise, broken');
    expect(body).toContain('packages/avow/test/clauses/P.test.ts');
    const unread = avow.facts().filter(({ built }) => !built);
    expect(body.includes('id="not-built"')).toBe(unread.length > 0);
    for (const { from } of unread) expect(body).toContain(`<code>${from}</code>`);
  });
});

describe('/docs/api', () => {
  it('has a place for every route in its chapter, a line for each in the overview, and one for every code', async () => {
    const { server } = await open();
    const overview = String((await ask(server, 'GET', '/docs/api')).body);
    for (const chapter of chapters) {
      const path = chapterPath(chapter);
      const { body } = await ask(server, 'GET', path);
      expect(gzipSync(body).length, path).toBeLessThanOrEqual(40_000);
      for (const route of chapter.routes) {
        expect(body).toContain(`id="${route.id}"`);
        expect(body).toContain(route.path);
        expect(overview).toContain(`id="${route.id}"><a href="${path}#${route.id}"`);
      }
    }
    const errors = (await ask(server, 'GET', '/docs/errors')).body;
    for (const code of Object.keys(catalogue)) expect(errors).toContain(`id="${code}"`);
  });

  it('has no chapter that the interface has not', async () => {
    const { server } = await open();
    const headers = { accept: 'text/html' };
    expect((await ask(server, 'GET', '/docs/api/nothing', { headers })).status).toBe(404);
  });

  it('says the same to a machine', async () => {
    const { server } = await open();
    expect((await ask(server, 'GET', '/openapi.json')).body.openapi).toBe('3.1.0');
  });
});

describe('the stylesheet', () => {
  it('is a file that is fetched again only when it changed', async () => {
    const { server } = await open();
    const { headers, body } = await ask(server, 'GET', '/look.css');
    expect(headers.get('content-type')).toContain('text/css');
    expect(body).toContain('--accent');
    const again = await ask(server, 'GET', '/look.css', {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});

describe('the icon', () => {
  it('is where browsers look for one, and nobody’s visit', async () => {
    const { server } = await open();
    const { status, headers, body } = await ask(server, 'GET', '/favicon.ico');
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(body).toMatch(/^<svg /);
    expect(headers.get('set-cookie')).toBe(null);
  });
});

describe('an address that leads nowhere', () => {
  it('is a page for who reads pages', async () => {
    const { server } = await open();
    const { status, body } = await ask(server, 'GET', '/nowhere?lang=zh-CN', {
      headers: { accept: 'text/html' },
    });
    expect(status).toBe(404);
    expect(body).toContain('此处没有内容');
  });
});
