import type { Words } from '@avow/policy';
import { cookie } from '../conventions.ts';
import type { Choice } from '../face/consents.ts';

/** A party's name for whoever reads; undefined: it has none but the one in the records. */
export type NameOf = (party: string, language: string) => string | undefined;

interface Said {
  /** Whether it is about setting cookies, which has a plain way to be asked. */
  readonly cookies: boolean;
  readonly us: boolean;
  readonly party: string;
  readonly action: string;
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
}

/**
 * The question that a choice answers, in the policy's words: who, what, with which information, what
 * for. The same choice in the same words is always the same text, for its digest is kept as proof. A party
 * bears the name that the platform gives it, so a new name is a new text.
 */
export function questionText(
  words: Words,
  choice: Omit<Choice<Words>, 'person'>,
  nameOf: NameOf = () => undefined,
): string {
  const { language, party } = choice;
  const label = (kind: 'actions' | 'purposes' | 'categories', name: string) =>
    words[kind][name]?.label[language] ?? name;
  const ask = manners.get(language) ?? inEnglish;
  return ask({
    cookies: choice.action === cookie.set && choice.categories.join() === cookie.identifier,
    us: party === 'platform',
    party: nameOf(party, language) ?? party,
    action: label('actions', choice.action),
    categories: choice.categories.map((name) => label('categories', name)),
    purposes: choice.purposes.map((name) => label('purposes', name)),
  });
}

function inEnglish({ cookies, us, party, action, categories, purposes }: Said): string {
  if (cookies && us) return `May we set cookies ${purposes.join('; ')}?`;
  const what = `${action}: ${categories.join(', ')} (${purposes.join('; ')})`;
  return us ? `May we ${what}?` : `May we ${what} – to ${party}?`;
}

function inChinese({ cookies, us, party, action, categories, purposes }: Said): string {
  if (cookies && us) return `您是否许可我们写入用于${purposes.join('、')}的 Cookie？`;
  const what = `${action}：${categories.join('、')}（${purposes.join('；')}）`;
  return us ? `您是否许可我们${what}？` : `您是否许可我们向${party}${what}？`;
}

/** How each language asks. One without a way of its own is asked in English manner, in its own words. */
const manners = new Map([
  ['en', inEnglish],
  ['zh-CN', inChinese],
]);
