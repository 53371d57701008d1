import { describe, expect, it } from 'vitest';
import {
  answer,
  because,
  empty,
  failed,
  faults,
  field,
  figures,
  html,
  laidOut,
  page,
  rooms,
  stylesheet,
  table,
  tabs,
  tick,
} from '../../src/look/index.ts';

const hostile = `"><script>alert('x')</script>`;

it('leaves out the space behind full-width punctuation, and no other', () => {
  const beside = (said: string) => `${html`<p>${said} <a href="/">A</a> ${said}</p>`}`;
  expect(beside('另见：')).toBe('<p>另见：<a href="/">A</a> 另见：</p>');
  expect(beside('See also:')).toBe('<p>See also: <a href="/">A</a> See also:</p>');
  expect(`${html`<b>${'局限：'}</b> ${'仅抽样。'}`}`).toBe('<b>局限：</b>仅抽样。');
  expect(beside('依据')).toBe('<p>依据 <a href="/">A</a> 依据</p>');
});

describe('every part escapes what it is given', () => {
  it.each([
    [
      'page',
      page({
        language: 'en',
        title: hostile,
        name: { label: 'N', href: '/' },
        main: because({ sentence: '1', language: 'en', text: hostile }),
      }),
    ],
    ['because', because({ sentence: hostile, text: hostile, language: 'en' })],
    [
      'answer',
      answer({
        permitted: false,
        sentence: '2.a.1',
        language: 'en',
        title: hostile,
        missing: [[hostile]],
      }),
    ],
    ['field', field({ name: 'f', label: hostile, value: hostile, hint: hostile, error: hostile })],
    ['textarea', field({ name: 'f', label: 'l', value: hostile, lines: 3 })],
    ['tick', tick({ name: 't', label: hostile })],
    ['table', table({ caption: hostile, head: [hostile, 'b'], rows: [[hostile, hostile]] })],
    ['faults', faults('en', [{ name: 'f', error: hostile }])],
    ['rooms', rooms(hostile, [{ label: hostile, rooms: [{ href: '/', label: hostile }] }])],
    ['tabs', tabs(hostile, [{ href: hostile, label: hostile }])],
    ['empty', empty(hostile, { href: hostile, label: hostile })],
    ['failed', failed({ language: 'en', title: hostile, said: hostile, code: hostile })],
    [
      'laidOut',
      laidOut({
        ...{ language: 'en', actions: [hostile], categories: [hostile], recipients: [hostile] },
        ...{ purposes: Array(4).fill(hostile), when: [hostile], unless: [{ all: [hostile] }] },
      }),
    ],
    ['figures', figures([{ value: hostile, of: hostile, more: hostile }])],
  ])('%s', (_, markup) => {
    expect(String(markup)).not.toContain('<script>alert');
    expect(String(markup)).toContain('&lt;script&gt;');
  });
});

describe('because', () => {
  it('cites the sentence and links to it, in the reader’s language', () => {
    const shown = String(
      because({ sentence: '3.f.2', text: '只给必要的信息。', language: 'zh-CN' }),
    );
    expect(shown).toContain('href="/policy?lang=zh-CN#3.f.2"');
    expect(shown).toContain('依据');
    expect(shown).toContain('只给必要的信息。');
  });
});

describe('rooms', () => {
  it('names the one that the reader is in where the others are folded away, and shows no empty group', () => {
    const shown = String(
      rooms('My data', [
        { label: 'Held', rooms: [{ href: '/mine', label: 'What is held', current: true }] },
        { label: 'Nothing', rooms: [] },
      ]),
    );
    expect(shown).toContain(
      '<summary><span class="quiet">My data</span> <strong>What is held</strong>',
    );
    expect(shown).toContain('<a href="/mine" aria-current="page">What is held</a>');
    expect(shown).not.toContain('Nothing');
    expect(shown).toContain('class="rooms rooms-rail"');
  });

  it('as lines name the innermost group that the reader is in', () => {
    const here = (label: string) => ({ href: `/${label}`, label, current: true });
    const own = { rooms: [here('Documentation')] };
    const within = { label: 'Documentation', rooms: [here('Guides')] };
    const summary = (groups: Parameters<typeof rooms>[1]) =>
      `${rooms('About', groups, 'line')}`.match(/<summary>(.*?)<\/summary>/)?.[1];
    expect(summary([own])).toBe('<span class="quiet">About</span> <strong>Documentation</strong>');
    expect(summary([own, within])).toBe(
      '<span class="quiet">Documentation</span> <strong>Guides</strong>',
    );
  });
});

describe('a promise laid out', () => {
  const open = { categories: undefined, recipients: undefined, purposes: undefined };
  const said = (options: Partial<Parameters<typeof laidOut>[0]>) =>
    `${laidOut({ language: 'en', actions: ['sell', 'lease', 'trade'], ...open, when: [], unless: [], ...options })}`
      .replace(/<dt>|<\/dd>/g, '\n')
      .replace(/<[^>]+>/g, ' ')
      .replace(/ +/g, ' ');

  it('reads as sentences, and says nothing of what is left open', () => {
    expect(said({})).toContain('We never sell, lease or trade');
    expect(said({})).toContain('Which information any of yours');
    expect(said({})).toContain('Exceptions none');
    expect(said({})).not.toMatch(/Who|What it|While|Unless/);
    expect(said({ actions: undefined })).toContain('We never do anything at all with it');
    const chinese = said({ language: 'zh-CN', actions: ['出售', '出租', '交易'] });
    expect(chinese).toContain('我们绝不 出售、出租或交易');
  });

  it('joins what must be so together, and lists what may be so instead', () => {
    const either = { any: ['an order covers this', 'a duty covers this'] };
    const shown = said({
      when: ['it is so'],
      unless: ['you allowed it', { all: [either, 'two approved'] }],
    });
    expect(shown).toContain('While it is so');
    expect(shown).toMatch(/Unless one of these is so: +you allowed it +an order/);
    expect(shown).toMatch(/an order covers this, or a duty covers this +and two approved/);
    expect(shown).not.toContain('Exceptions');
    expect(said({ unless: ['you allowed it'] })).toMatch(/Unless +you allowed it/);
  });
});

describe('answer', () => {
  it('says what would permit it, one way a line', () => {
    const shown = String(
      answer({
        permitted: false,
        sentence: '2.a.1',
        language: 'en',
        missing: [['you allow it', 'the order is open'], ['a court orders it']],
        entry: 'e1',
        at: Date.UTC(2026, 10, 20, 14, 2),
      }),
    );
    expect(shown).toContain('<li>you allow it and the order is open</li>');
    expect(shown).toContain('<li>a court orders it</li>');
    expect(shown).toContain('20 November 2026');
  });
  it('puts no “and” of words between phrases in Chinese', () => {
    const missing = [['履行您在订单中的义务', '在订单中提出披露请求']];
    const shown = String(
      answer({ permitted: false, sentence: '3.f.1', language: 'zh-CN', missing }),
    );
    expect(shown).toContain('<li>履行您在订单中的义务，且在订单中提出披露请求</li>');
  });
});

describe('a field', () => {
  it('is tied to its label, hint and error', () => {
    const shown = String(
      field({ name: 'phone', label: 'Phone', hint: 'h', error: 'e', required: true }),
    );
    expect(shown).toContain('<label for="phone">');
    expect(shown).toContain('aria-describedby="phone-hint phone-error"');
    expect(shown).toContain('aria-invalid="true"');
    expect(shown).toContain(' required');
  });
  it('as a box is not ticked beforehand', () => {
    expect(String(tick({ name: 'agree', label: 'I agree' }))).not.toContain('checked');
  });
});

describe('the stylesheet', () => {
  it('loads nothing from anywhere', () => {
    expect(stylesheet).not.toMatch(/url\(|@import/);
  });
  it('has a light and a dark scheme, and honours reduced motion', () => {
    expect(stylesheet).toContain('prefers-color-scheme: dark');
    expect(stylesheet).toContain('prefers-reduced-motion');
  });
  it('uses no custom property that it does not define', () => {
    const defined = new Set(stylesheet.match(/--[a-z-]+(?=:)/g));
    const used = [...stylesheet.matchAll(/var\((--[a-z-]+)/g)].map((found) => found[1]);
    expect(used.filter((name) => name !== undefined && !defined.has(name))).toEqual([]);
  });
});
