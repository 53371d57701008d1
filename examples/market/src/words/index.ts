import { en } from './en/index.ts';
import type { Said } from './said.ts';
import { zhCN } from './zh-CN/index.ts';

/** Every word the market's pages say. A language that lacks one does not compile. */
export type Words = Said<typeof en>;

/** The market's languages; the policy has the same two. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

const texts: Readonly<Record<Language, Words>> = { en, 'zh-CN': zhCN };

/** What the market's pages say, in one language. */
export const wordsIn = (language: Language): Words => texts[language];

/** The tag as one of the market's languages, if it is one. */
export const languageOf = (tag: string | undefined): Language | undefined =>
  languages.find((language) => language === tag);
