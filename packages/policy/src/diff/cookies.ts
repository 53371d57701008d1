import type { Cookie } from '../model/cookie.ts';
import type { Policy } from '../model/policy.ts';
import { inEach, labelOf } from '../wording/labels.ts';
import { type CookieKind, phrasesFor } from '../wording/phrases.ts';
import type { Change } from './difference.ts';
import { unite } from './unite.ts';

/**
 * What changed in the register of cookies. What is not listed is stopped, so a new cookie, one that
 * lives longer and one for another purpose or by somebody else is something that could not be before.
 */
export function compareCookies(before: Policy, after: Policy): readonly Change[] {
  const was = new Map(Object.entries(before.cookies ?? {}));
  const is = new Map(Object.entries(after.cookies ?? {}));
  const words = unite(before.vocabulary, after.vocabulary);
  const told = (kind: CookieKind, major: boolean, name: string, cookie: Cookie): Change => ({
    kind,
    major,
    about: { purposes: [cookie.purpose] },
    words: inEach(words, (language) => {
      const purpose = labelOf(words, 'purposes', cookie.purpose, language);
      const label = cookie.label[language] ?? '';
      return phrasesFor(language).difference.cookie[kind]({ name, label, purpose });
    }),
  });
  const kept = [...is].flatMap(([name, cookie]) => {
    const old = was.get(name);
    if (old === undefined) return [told('cookie-new', true, name, cookie)];
    if (reach(old) !== reach(cookie)) {
      return [told('cookie-other', true, name, cookie)];
    }
    const longer = (cookie.days ?? 0) - (old.days ?? 0);
    if (longer === 0) return [];
    return [told(longer > 0 ? 'cookie-longer' : 'cookie-shorter', longer > 0, name, cookie)];
  });
  const gone = [...was].filter(([name]) => !is.has(name));
  return [...kept, ...gone.map(([name, cookie]) => told('cookie-gone', false, name, cookie))];
}

/** What it serves, who has it, and where it goes along. */
const reach = ({ purpose, by, domain = '', scripts = false }: Cookie) =>
  JSON.stringify([purpose, by, domain, scripts]);
