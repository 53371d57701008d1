import { UsageError } from '../arguments/usage.ts';

/** The languages that the first policy can be had in. */
const written = ['en', 'zh-CN'] as const;
export type Written = (typeof written)[number];

/** `en`, `zh-CN` or both with a comma between. `UsageError` for anything else. */
export function languagesIn(text: string): readonly Written[] {
  const asked = new Set(text.split(',').map((each) => each.trim()));
  const found = written.filter((language) => asked.delete(language));
  if (found.length > 0 && asked.size === 0) return found;
  throw new UsageError(`--lang is en, zh-CN or en,zh-CN; "${text}" is none of them.`);
}

/** How a text in a language stands in the template's sources, with the comma that parts it from the other. */
const texts: Readonly<Record<Written, RegExp>> = {
  en: /\ben:\s*'[^']*',\s*/g,
  'zh-CN': /,\s*'zh-CN':\s*'[^']*'/g,
};

/** A source of the template in these languages alone: the texts in the others are left out. */
export function inLanguages(source: string, languages: readonly Written[]): string {
  const list = languages.map((language) => `'${language}'`).join(', ');
  return written
    .filter((language) => !languages.includes(language))
    .reduce((text, language) => text.replace(texts[language], ''), source)
    .replace("languages: ['en', 'zh-CN']", `languages: [${list}]`);
}
