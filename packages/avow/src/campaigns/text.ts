import type { Words } from '@avow/policy';
import { malformed, text } from '../door/text.ts';
import { word } from '../door/words.ts';
import type { CampaignText } from '../face/campaigns.ts';
import { find } from '../warnings/find.ts';

const LONGEST = { subject: 200, text: 10_000 } as const;
/** The most values of a reader that a text may tell. */
const MOST_FIELDS = 10;

const field = /\{([^{}]*)\}/g;

/** What a campaign says, checked: in every language of the policy, and nobody's data but by name. */
export function textsOf(given: unknown, words: Words): Record<string, CampaignText> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw malformed('texts', 'must be texts by language');
  }
  for (const language of Object.keys(given)) word('texts', language, 'languages', words);
  return Object.fromEntries(
    words.languages.map((language) => {
      const one = (given as Record<string, Partial<CampaignText> | undefined>)[language];
      const place = `texts.${language}`;
      const subject = text(`${place}.subject`, one?.subject, LONGEST.subject);
      if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject))
        throw malformed(`${place}.subject`, 'must be one line');
      const said = { subject, text: text(`${place}.text`, one?.text, LONGEST.text) };
      for (const part of ['subject', 'text'] as const)
        mustNameNobody(`${place}.${part}`, said[part]);
      const named = fieldsIn({ [language]: said });
      for (const name of named) word(place, name, 'categories', words);
      if (named.length > MOST_FIELDS)
        throw malformed(place, `must name at most ${MOST_FIELDS} fields`);
      return [language, said];
    }),
  );
}

/** What looks like a way to reach somebody is somebody's, until the platform says it otherwise. */
function mustNameNobody(place: string, said: string): void {
  const [found] = find(said.replace(field, ' '));
  if (found === undefined) return;
  const what = `must hold nobody’s data: it has what looks like ${article[found.kind]}`;
  throw malformed(place, what);
}

const article = {
  phone: 'a phone number',
  email: 'an e-mail address',
  address: 'a postal address',
  messenger: 'a name in a messenger',
  password: 'a password',
} as const;

/** The categories that the texts name, of which the reader is told what is held. */
export function fieldsIn(texts: Readonly<Record<string, CampaignText>>): string[] {
  const all = Object.values(texts).flatMap(({ subject, text }) => [subject, text]);
  const named = all.flatMap((each) => [...each.matchAll(field)].map(([, name = '']) => name));
  return [...new Set(named)].sort();
}

/** The text with the reader's values in it; where nothing is held, nothing stands. */
export function filled(said: string, values: Readonly<Record<string, string>>): string {
  return said.replace(field, (_, name: string) => values[name] ?? '');
}
