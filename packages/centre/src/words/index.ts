import { en } from './en/index.ts';
import type { Said } from './said.ts';
import { zhCN } from './zh-CN/index.ts';

/** Every word that the centre's pages say. A language that lacks one does not compile. */
export type CentreWords = Said<typeof en>;

/** The centre's languages. A policy that has one of them is read in it. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

const texts: Readonly<Record<Language, CentreWords>> = { en, 'zh-CN': zhCN };

export const wordsIn = (language: Language): CentreWords => texts[language];

/** The tag as one of the centre's languages, if it is one. */
export const languageOf = (tag: string | undefined): Language | undefined =>
  languages.find((language) => language === tag);
