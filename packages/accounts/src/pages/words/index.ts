import type { Language } from '../../mail/words.ts';
import { en } from './en.ts';
import type { Said } from './said.ts';
import { zhCN } from './zh-CN.ts';

/** Every word that the pages of accounts say. A language that lacks one does not compile. */
export type PageWords = Said<typeof en>;

const texts: Readonly<Record<Language, PageWords>> = { en, 'zh-CN': zhCN };

export const wordsIn = (language: Language): PageWords => texts[language];
