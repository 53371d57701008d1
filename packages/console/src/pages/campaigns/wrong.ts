import type { AvowError } from 'avow';
import type { Visit } from '../../web/visit.ts';
import { type Entered, endOf } from './entered.ts';

/** What is wrong, by the name of the field. */
export type Wrong = Readonly<Record<string, string>>;

/** Looks through the form before the library does, to say all that is wrong at once, in words. */
export function wrongIn(
  { words, place }: Visit,
  { texts, interest, until }: Entered,
  languages: readonly string[],
  now: number,
): Wrong {
  const { wrong } = words.draft;
  const found: Record<string, string> = {};
  for (const language of languages) {
    const { subject = '', text = '' } = texts[language] ?? {};
    const isSubject = subject !== '' && subject.length <= 200;
    if (!isSubject) found[`subject-${language}`] = wrong.subject;
    if (text === '' || text.length > 10_000) found[`text-${language}`] = wrong.text;
  }
  if (interest !== '' && !Object.hasOwn(place.avow.interests.words(), interest)) {
    found['interest'] = wrong.interest;
  }
  if (until !== '' && (endOf(until) ?? 0) <= now) found['until'] = wrong.until;
  return found;
}

/** What the library would not take, at the field that it names; undefined: a fault of another kind. */
export function wrongBy({ words }: Visit, { code, field = '' }: AvowError): Wrong | undefined {
  const { wrong } = words.draft;
  if (code === 'AVOW_NOT_FOUND' && field === 'interest') return { interest: wrong.interest };
  if (code === 'AVOW_STATE' && field === 'until') return { until: wrong.until };
  if (code !== 'AVOW_INPUT' && code !== 'AVOW_UNKNOWN_WORD') return undefined;
  const [, language = '', part = 'text'] =
    /^texts\.([^.]+)(?:\.(subject|text))?$/.exec(field) ?? [];
  if (language === '') return undefined;
  return { [`${part}-${language}`]: part === 'subject' ? wrong.subject : wrong.text };
}
