import { type Policy, sentencesOf } from '../model/policy.ts';
import {
  type FactTerm,
  isOnline,
  leaves,
  type RetentionTerm,
  retentionOf,
  type Words,
} from '../model/words.ts';
import { inEach, labelOf } from '../wording/labels.ts';
import { type DifferencePhrases, phrasesFor } from '../wording/phrases.ts';
import type { Change, WordKind } from './difference.ts';
import { unite } from './unite.ts';

/** What changed in the words themselves, and in what is promised and owed across decisions. */
export function compareTerms(before: Policy, after: Policy): readonly Change[] {
  return [
    ...retentions(before.vocabulary, after.vocabulary),
    ...duties(before, after),
    ...attestations(before.vocabulary, after.vocabulary),
    ...enforcedPromises(before, after),
    ...comings(before.vocabulary, after.vocabulary, 'recipients'),
    ...comings(before.vocabulary, after.vocabulary, 'regions'),
    ...openings(before.vocabulary, after.vocabulary),
    ...readings(before.vocabulary, after.vocabulary),
  ];
}

function change(
  kind: WordKind,
  major: boolean,
  words: Words,
  say: (phrases: DifferencePhrases, language: string) => string,
): Change {
  return { kind, major, words: inEach(words, (tag) => say(phrasesFor(tag).difference, tag)) };
}

function retentions(before: Words, after: Words): readonly Change[] {
  const known = leaves(after.categories).filter((name) => Object.hasOwn(before.categories, name));
  return known.flatMap((category) => {
    const was = termOf(before, category);
    const is = termOf(after, category);
    if (was?.days === is?.days && was?.from === is?.from) return [];
    const longer = isLonger(was, is);
    const kind = longer ? 'retention-longer' : 'retention-shorter';
    const say = (phrases: DifferencePhrases, term: RetentionTerm | undefined) =>
      term === undefined ? phrases.unbounded : phrases.retention(term.days, term.from);
    const told = change(kind, longer, after, (phrases, language) =>
      phrases.kept(
        labelOf(after, 'categories', category, language),
        say(phrases, was),
        say(phrases, is),
      ),
    );
    return { ...told, about: { categories: [category] } };
  });
}

function termOf(words: Words, category: string): RetentionTerm | undefined {
  const name = retentionOf(words, category);
  return name === undefined ? undefined : words.retentions[name];
}

/** Counted from the end, it may be longer however few the days; without a term it has no end. */
function isLonger(was: RetentionTerm | undefined, is: RetentionTerm | undefined): boolean {
  if (was === undefined || is === undefined) return is === undefined;
  if (was.from !== is.from) return is.from === 'end' || is.days > was.days;
  return is.days > was.days;
}

function duties(before: Policy, after: Policy): readonly Change[] {
  const words = unite(before.vocabulary, after.vocabulary);
  const was = standingDuties(before);
  const is = standingDuties(after);
  const told = (
    kind: WordKind,
    major: boolean,
    duty: string,
    say: (p: DifferencePhrases, label: string) => string,
  ) =>
    change(kind, major, words, (phrases, language) =>
      say(phrases, labelOf(words, 'duties', duty, language)),
    );
  const gone = [...was].filter((duty) => !is.has(duty));
  const fresh = [...is].filter((duty) => !was.has(duty));
  const kept = Object.keys(after.vocabulary.duties).filter((duty) =>
    Object.hasOwn(before.vocabulary.duties, duty),
  );
  return [
    ...gone.map((duty) => told('duty-gone', true, duty, (p, label) => p.dutyGone(label))),
    ...fresh.map((duty) => told('duty-new', false, duty, (p, label) => p.dutyNew(label))),
    ...kept.flatMap((duty) => {
      const old = before.vocabulary.duties[duty];
      const now = after.vocabulary.duties[duty];
      const oldDays = old?.withinDays ?? Number.POSITIVE_INFINITY;
      const nowDays = now?.withinDays ?? Number.POSITIVE_INFINITY;
      if (nowDays > oldDays || old?.on !== now?.on) {
        return told('duty-later', true, duty, (p, label) => p.dutyLater(label));
      }
      return nowDays < oldDays
        ? told('duty-sooner', false, duty, (p, label) => p.dutySooner(label))
        : [];
    }),
    ...kept.flatMap((duty) => {
      const old = before.vocabulary.duties[duty]?.limits ?? {};
      const now = after.vocabulary.duties[duty]?.limits ?? {};
      if (isLooser(old, now)) {
        return told('duty-looser', true, duty, (p, label) => p.dutyLooser(label));
      }
      return isLooser(now, old)
        ? told('duty-stricter', false, duty, (p, label) => p.dutyStricter(label))
        : [];
    }),
  ];
}

/** Whether some limit has gone or is higher: one that is not there is passed by nobody. */
function isLooser(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): boolean {
  return Object.entries(before).some(
    ([name, most]) => !Object.hasOwn(after, name) || after[name]! > most,
  );
}

/** What a fact is made true by: fewer signatures, a longer life or no word of who receives ask for less. */
function attestations(before: Words, after: Words): readonly Change[] {
  const both = Object.keys(after.facts).filter((fact) => Object.hasOwn(before.facts, fact));
  return both.flatMap((fact) => {
    const was = before.facts[fact]!;
    const is = after.facts[fact]!;
    if (JSON.stringify(asked(was)) === JSON.stringify(asked(is))) return [];
    const looser = asksLess(was, is);
    const kind = looser ? 'evidence-looser' : 'evidence-stricter';
    return change(kind, looser, after, (phrases, language) =>
      (looser ? phrases.evidenceLooser : phrases.evidenceStricter)(
        labelOf(after, 'facts', fact, language),
      ),
    );
  });
}

const asked = ({ from, attested }: FactTerm) => [
  from,
  ...(attested ? [attested.signatures, attested.days, attested.recipient === true] : []),
];

/** What is read from another record altogether cannot be compared, and is told as if it asked for less. */
function asksLess(was: FactTerm, is: FactTerm): boolean {
  if (was.attested === undefined || is.attested === undefined) return true;
  return (
    is.attested.signatures < was.attested.signatures ||
    is.attested.days > was.attested.days ||
    (was.attested.recipient === true && is.attested.recipient !== true)
  );
}

function standingDuties(policy: Policy): ReadonlySet<string> {
  const backings = sentencesOf(policy).flatMap((sentence) => sentence.backings);
  return new Set(backings.flatMap((backing) => (backing.kind === 'duty' ? [backing.duty] : [])));
}

/** An enforced promise is known by its test: its text may be put better. */
function enforcedPromises(before: Policy, after: Policy): readonly Change[] {
  const kept = new Set(enforced(after).map(({ test }) => test));
  return enforced(before)
    .filter(({ test }) => !kept.has(test))
    .map(({ sentence, text }) =>
      change('promise-gone', true, after.vocabulary, (phrases, language) =>
        phrases.promiseGone(sentence, text[language] ?? ''),
      ),
    );
}

function enforced(policy: Policy) {
  return sentencesOf(policy).flatMap(({ id, backings }) =>
    backings.flatMap((one) => (one.kind === 'enforced' ? [{ ...one, sentence: id }] : [])),
  );
}

function comings(before: Words, after: Words, kind: 'recipients' | 'regions'): readonly Change[] {
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
function readings(before: Words, after: Words): readonly Change[] {
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
function openings(before: Words, after: Words): readonly Change[] {
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
