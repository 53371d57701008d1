import type { Fault } from '../fault.ts';
import type { Text } from '../model/text.ts';

/** A text must say something in each language, and in no other. */
export function textFaults(
  text: Text,
  languages: readonly string[],
  where: string,
): readonly Fault[] {
  const missing = languages.filter(
    (language) => !Object.hasOwn(text, language) || text[language]?.trim() === '',
  );
  const foreign = Object.keys(text).filter((language) => !languages.includes(language));
  return [
    ...missing.map((language) => ({ where, what: `says nothing in ${language}` })),
    ...foreign.map((language) => ({
      where,
      what: `speaks ${language}, which the policy does not`,
    })),
  ];
}
