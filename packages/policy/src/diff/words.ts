import { isOnline, leaves, type Words } from '../model/words.ts';
import { labelOf } from '../wording/labels.ts';
import { change } from './change.ts';
import type { Change } from './difference.ts';
import { unite } from './unite.ts';

/** Classes of recipients, or regions, that there were not, or are no more. */
export function comings(
  before: Words,
  after: Words,
  kind: 'recipients' | 'regions',
): readonly Change[] {
  const words = unite(before, after);
  const fresh = Object.keys(after[kind]).filter((name) => !Object.hasOwn(before[kind], name));
  const gone = Object.keys(before[kind]).filter((name) => !Object.hasOwn(after[kind], name));
  const label = (name: string, language: string) => labelOf(words, kind, name, language);
  const recipients = kind === 'recipients';
  return [
    ...fresh.map((name) =>
      change(recipients ? 'recipient-new' : 'region-new', true, words, (phrases, language) =>
        (recipients ? phrases.recipientNew : phrases.regionNew)(label(name, language)),
      ),
    ),
    ...gone.map((name) =>
      change(recipients ? 'recipient-gone' : 'region-gone', false, words, (phrases, language) =>
        (recipients ? phrases.recipientGone : phrases.regionGone)(label(name, language)),
      ),
    ),
  ];
}

/** What was read through the platform alone and can be opened elsewhere now; and the other way round. */
export function readings(before: Words, after: Words): readonly Change[] {
  const words = unite(before, after);
  const both = leaves(after.categories).filter((name) => leaves(before.categories).includes(name));
  return both.flatMap((name) => {
    const is = isOnline(after, name);
    if (is === isOnline(before, name)) return [];
    const told = change(is ? 'online-new' : 'online-gone', !is, words, (phrases, language) =>
      (is ? phrases.onlineNew : phrases.onlineGone)(labelOf(words, 'categories', name, language)),
    );
    return { ...told, about: { categories: [name] } };
  });
}

/** What is public, and read without a decision, that was not; and the other way round. */
export function openings(before: Words, after: Words): readonly Change[] {
  const words = unite(before, after);
  const isPublic = ({ categories }: Words, name: string) =>
    Object.hasOwn(categories, name) && categories[name]?.public === true;
  return Object.keys(words.categories).flatMap((name) => {
    const is = isPublic(after, name);
    if (is === isPublic(before, name)) return [];
    const told = change(is ? 'public-new' : 'public-gone', is, words, (phrases, language) =>
      (is ? phrases.publicNew : phrases.publicGone)(labelOf(words, 'categories', name, language)),
    );
    return { ...told, about: { categories: [name] } };
  });
}
