import { type Policy, sentencesOf } from '../model/policy.ts';
import type { DutyTerm } from '../model/words.ts';
import { labelOf } from '../wording/labels.ts';
import type { DifferencePhrases } from '../wording/phrases.ts';
import { change } from './change.ts';
import type { Change, WordKind } from './difference.ts';
import { unite } from './unite.ts';

/** How each change of a duty is told, and whether it is a major one. */
const told = {
  'duty-gone': { major: true, say: (phrases, duty) => phrases.dutyGone(duty) },
  'duty-new': { major: false, say: (phrases, duty) => phrases.dutyNew(duty) },
  'duty-later': { major: true, say: (phrases, duty) => phrases.dutyLater(duty) },
  'duty-sooner': { major: false, say: (phrases, duty) => phrases.dutySooner(duty) },
  'duty-looser': { major: true, say: (phrases, duty) => phrases.dutyLooser(duty) },
  'duty-stricter': { major: false, say: (phrases, duty) => phrases.dutyStricter(duty) },
} as const satisfies Partial<Record<WordKind, Told>>;

interface Told {
  readonly major: boolean;
  say(phrases: DifferencePhrases, duty: string): string;
}

type DutyKind = keyof typeof told;

/** Duties that stand whether or not anyone asks: gone, new, later or sooner, by other limits. */
export function duties(before: Policy, after: Policy): readonly Change[] {
  const words = unite(before.vocabulary, after.vocabulary);
  const tell = (kind: DutyKind, duty: string): Change => {
    const { major, say }: Told = told[kind];
    return change(kind, major, words, (phrases, language) =>
      say(phrases, labelOf(words, 'duties', duty, language)),
    );
  };
  const was = standingDuties(before);
  const is = standingDuties(after);
  const [old, now] = [before.vocabulary.duties, after.vocabulary.duties];
  const kept = Object.keys(now).filter((duty) => Object.hasOwn(old, duty));
  const compared = (compare: (old: DutyTerm, now: DutyTerm) => DutyKind | undefined) =>
    kept.flatMap((duty) => {
      const kind = compare(old[duty]!, now[duty]!);
      return kind === undefined ? [] : tell(kind, duty);
    });
  return [
    ...[...was].filter((duty) => !is.has(duty)).map((duty) => tell('duty-gone', duty)),
    ...[...is].filter((duty) => !was.has(duty)).map((duty) => tell('duty-new', duty)),
    ...compared(byDate),
    ...compared(byLimits),
  ];
}

/** On another event it may come later, however few the days. */
function byDate(old: DutyTerm, now: DutyTerm): DutyKind | undefined {
  const before = old.withinDays ?? Number.POSITIVE_INFINITY;
  const after = now.withinDays ?? Number.POSITIVE_INFINITY;
  if (after > before || old.on !== now.on) return 'duty-later';
  return after < before ? 'duty-sooner' : undefined;
}

function byLimits({ limits: old = {} }: DutyTerm, { limits: now = {} }: DutyTerm) {
  if (isLooser(old, now)) return 'duty-looser';
  return isLooser(now, old) ? 'duty-stricter' : undefined;
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

function standingDuties(policy: Policy): ReadonlySet<string> {
  const backings = sentencesOf(policy).flatMap((sentence) => sentence.backings);
  return new Set(backings.flatMap((backing) => (backing.kind === 'duty' ? [backing.duty] : [])));
}
