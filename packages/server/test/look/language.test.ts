import { describe, expect, it } from 'vitest';
import { chooseLanguage, languageName } from '../../src/look/index.ts';

const offered = ['en', 'zh-CN'] as const;

describe('the language of an answer', () => {
  it('is the one asked for by name, before what the browser accepts', () => {
    expect(chooseLanguage(offered, 'zh-CN', 'en')).toBe('zh-CN');
  });
  it('is the best that the browser accepts', () => {
    expect(chooseLanguage(offered, undefined, 'fr, zh;q=0.8, en;q=0.4')).toBe('zh-CN');
    expect(chooseLanguage(offered, undefined, 'zh-Hans-CN')).toBe('zh-CN');
  });
  it('is never one that the browser excludes', () => {
    expect(chooseLanguage(offered, undefined, 'zh;q=0, en')).toBe('en');
  });
  it('is the first offered where nothing fits or nothing can be read', () => {
    expect(chooseLanguage(offered, 'tlh', '*;;q=x')).toBe('en');
    expect(chooseLanguage(offered, undefined)).toBe('en');
  });
  it('names itself in itself', () => {
    expect(languageName('zh-CN')).toMatch(/中文/);
  });
});
