import { readFileSync } from 'node:fs';
import { partOf, sentencesOf } from '@avow/policy';
import { describe, expect, it } from 'vitest';
import { type CookieChoice, marketPolicy, outside, policy } from '../src/index.ts';
import { harbourMarket } from '../src/parameters.ts';

/** The clauses of the source, in its order, with 6.c and 6.d where they were displaced to. */
const ofTheSource = [
  'P',
  ...['1.a', '1.b', '1.c', '1.d'],
  ...['2.a', '2.b', '2.c'],
  ...['3', '3.a', '3.b', '3.c', '3.d', '3.e', '3.f', '3.g'],
  '4',
  ...['5.a', '5.b', '5.c'],
  ...['6.a', '6.b', '6.c', '6.d'],
  ...['7.a', '7.b'],
];

const sentences = sentencesOf(policy);
const [english, chinese] = policy.vocabulary.languages;

describe('the document', () => {
  it('has every clause of the source, in its order, and after them the supplement', () => {
    const ids = policy.clauses.map(({ id }) => id);
    expect(ids.filter((id) => !id.startsWith('S.'))).toEqual(ofTheSource);
    expect(ids.slice(ofTheSource.length).every((id) => id.startsWith('S.'))).toBe(true);
  });

  it('sets only the supplement apart', () => {
    expect(policy.parts.filter(({ separate }) => separate).map(({ id }) => id)).toEqual(['S']);
    expect(partOf(policy, 'S.4.1')?.separate).toBe(true);
  });

  it.each(sentences)('says $id in English and in Chinese', ({ text }) => {
    expect(text[english]).toMatch(/^[A-Z].*\.$/);
    expect(text[chinese]).toMatch(/\p{Script=Han}.*。$/u);
    // What is left over from the other language, or half-width punctuation between Chinese words.
    expect(text[english]).not.toMatch(/\p{Script=Han}/u);
    expect(text[chinese]).not.toMatch(/\p{Script=Han}[,;:?!]/u);
  });

  it('backs every sentence', () => {
    expect(sentences.filter(({ backings }) => backings.length === 0)).toEqual([]);
  });

  it('names the platform and leaves no parameter open', () => {
    const whole = JSON.stringify(policy);
    expect(whole).toContain('Harbour Market');
    expect(whole).toContain('海港集市');
    expect(whole).not.toMatch(/\{[a-zA-Z]+\}/);
  });

  it('says the days that are kept', () => {
    const { account, credential, visit, partner, cookie, interest, search } =
      policy.vocabulary.retentions;
    const text = sentences
      .filter(({ id }) => id.startsWith('S.5.'))
      .flatMap((sentence) => Object.values(sentence.text))
      .join(' ');
    for (const { days } of [account, visit, partner, cookie]) expect(text).toContain(`${days}`);
    expect(text).toContain(`账号终止后${credential.days}天`);
    expect([interest.days, search.days]).toEqual([cookie.days, cookie.days]);
  });

  it('copies no sentence of the source as docs/source.md retells it', () => {
    const retold = readFileSync(new URL('../../../docs/source.md', import.meta.url), 'utf8');
    const prose = retold.replace(/\s+/g, ' ');
    expect(sentences.filter(({ text }) => prose.includes(text[english] ?? ''))).toEqual([]);
  });

  it('lists as outside exactly the categories of the branches that lie outside', () => {
    const named = Object.values(outside).flat().sort();
    const branches = Object.keys(policy.vocabulary.categories)
      .filter((name) => /^(enterprise|register|search)\./.test(name))
      .sort();
    expect(named).toEqual(branches);
  });

  it('marks as public exactly what is exempt', () => {
    const marked = Object.entries(policy.vocabulary.categories)
      .filter(([, term]) => 'public' in term)
      .map(([name]) => name);
    expect(marked.sort()).toEqual([...outside.public].sort());
  });
});

describe('the marks', () => {
  const markOf = (cookies: CookieChoice, law: string, sentence: string) =>
    marketPolicy({ ...harbourMarket, cookies }).profiles.find(({ id }) => id === law)?.marks[
      sentence
    ]?.mark;

  it('come from three laws and stand beside sentences that exist', () => {
    const ids = sentences.map(({ id }) => id);
    expect(policy.profiles.map(({ id }) => id)).toEqual(['PIPL', 'GDPR', 'ePrivacy']);
    for (const { marks } of policy.profiles)
      expect(ids).toEqual(expect.arrayContaining(Object.keys(marks)));
  });

  it.each(['PIPL', 'ePrivacy'])(
    'of %s leave the way of the source about cookies to the platform',
    (law) => {
      expect(markOf('ask-first', law, '5.a.2')).toBe('as-written');
      expect(markOf('unless-refused', law, '5.a.2')).toBe('your-decision-needed');
    },
  );
});
