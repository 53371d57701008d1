import { en } from './en/index.ts';
import type { Said } from './said.ts';
import { zhCN } from './zh-CN/index.ts';

/** Every word that the console's pages say. A language that lacks one does not compile. */
export type ConsoleWords = Said<typeof en>;

/** The console's languages. A policy that has one of them is read in it. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

const texts: Readonly<Record<Language, ConsoleWords>> = { en, 'zh-CN': zhCN };

export const wordsIn = (language: Language): ConsoleWords => texts[language];

/** The tag as one of the console's languages, if it is one. */
export const languageOf = (tag: string | undefined): Language | undefined =>
  languages.find((language) => language === tag);
