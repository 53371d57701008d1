import { en, type Words } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type { Words };

/** The market's languages; the policy has the same two. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

const texts: Readonly<Record<Language, Words>> = { en, 'zh-CN': zhCN };

/** What the market's pages say, in one language. */
export const wordsIn = (language: Language): Words => texts[language];

/** The tag as one of the market's languages, if it is one. */
export const languageOf = (tag: string | undefined): Language | undefined =>
  languages.find((language) => language === tag);
