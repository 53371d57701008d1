import type { Text, Words } from '@avow/policy';
import { malformed, moment, text } from '../door/text.ts';
import { type Channel, channels } from '../face/changes.ts';
import type { Edition } from './edition.ts';

/** The longest summary, in UTF-16 code units. */
const LONGEST_SUMMARY = 4_000;

/** What is said of a version that is announced, checked. */
export interface Announcing {
  readonly edition: Edition;
  readonly from: number;
  readonly summary: Text;
  readonly channels: readonly Channel[];
}

/** What an announcement must say: a summary in each language, a date, and where people are told. */
export function announcingOf(
  edition: Edition,
  given: { readonly from: unknown; readonly summary: unknown; readonly channels: unknown },
): Announcing {
  const { languages }: Words = edition.policy.vocabulary;
  return {
    edition,
    from: moment('from', given.from),
    summary: textOf('summary', given.summary, languages),
    channels: channelsOf(given.channels),
  };
}

/** A text for people, in each of some languages and no other. */
export function textOf(field: string, given: unknown, languages: readonly string[]): Text {
  const said = Object(given) as Record<string, unknown>;
  for (const language of Object.keys(said)) {
    if (!languages.includes(language)) throw malformed(field, 'has a language too many');
  }
  return Object.fromEntries(
    languages.map((tag) => {
      const words = text(`${field}.${tag}`, said[tag], LONGEST_SUMMARY).trim();
      if (words.length === 0) throw malformed(`${field}.${tag}`, 'must not be empty');
      return [tag, words];
    }),
  );
}

function channelsOf(given: unknown): Channel[] {
  const named = Array.isArray(given) ? given : [];
  if (named.length === 0 || named.some((one) => !channels.includes(one))) {
    throw malformed('channels', `must name at least one of ${channels.join(', ')}`);
  }
  // Whoever looks at the page finds it there, whatever else was chosen.
  return channels.filter((channel) => channel === 'page' || named.includes(channel));
}
