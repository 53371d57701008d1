import type { AuditedChange, Vault } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import { previewed } from '../act/preview.ts';
import type { Question } from '../act/question.ts';
import { actions, evidenceClass, interestCategory, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Decided } from '../face/decision.ts';
import type { PersonId } from '../face/ids.ts';
import type { InterestSource } from '../face/interests.ts';
import { classesIn } from '../items/asked.ts';
import { mustNotEnd } from '../records/ending.ts';
import {
  DERIVED,
  derivedFrom,
  derivedOf,
  interestsOf,
  MOST_INTERESTS,
  removedIn,
  removedOf,
} from '../register/interest.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { keepInterest, keptOf, newestOf } from './kept.ts';
import { digestOfSources, newest, sourcesOf, spokenOf } from './sources.ts';

/** What is asked of the policy before anything is derived of somebody. */
type Asking = readonly [Question, ...Question[]];

/** Whether something came of somebody since their interests were last derived. */
export async function hasNews(
  { vault, policy }: Deployment,
  source: InterestSource,
  person: PersonId,
  every = 0,
): Promise<boolean> {
  const sources = sourcesOf(source, policy.current().policy.vocabulary, person);
  if (sources.length === 0) return false;
  const rows = await readNow(vault, derivedOf(person), ...sources.map(({ read }) => read));
  const [mark] = rows.of(derivedOf(person));
  if (mark !== undefined && policy.moment() < mark.at + every) return false;
  if (sources.every(({ read }) => rows.of(read).length === 0)) return false;
  return derivedFrom(rows, person) !== digestOfSources(sources, rows, source.words);
}

/** Whether it would be permitted; on no record, to choose of whom it is asked at all. */
export async function mayDerive(
  deployment: Deployment,
  source: InterestSource,
  person: PersonId,
  now: () => number,
): Promise<boolean> {
  for (const question of asking(deployment, source, person)) {
    if (!(await previewed(deployment, question, now)).permitted) return false;
  }
  return true;
}

/**
 * Derives what may interest somebody: one decision on what is looked at, on keeping what comes of it, and on
 * using it, since what could not be used is not derived. Doing it again changes nothing.
 */
export function deriveOf(
  deployment: Deployment,
  source: InterestSource,
  person: PersonId,
): Promise<Decided<{ readonly count: number }>> {
  const { vault, policy } = deployment;
  return perform(deployment, () => {
    const words = policy.current().policy.vocabulary;
    const sources = sourcesOf(source, words, person);
    const [first, ...more] = asking(deployment, source, person);
    return {
      person,
      questions: [first, ...more],
      lock: 'exclusive',
      reads: [
        ...[derivedOf(person), interestsOf(person), removedOf(person)],
        ...sources.map(({ read }) => read),
      ],
      seals: (words) => [...classesIn([interestCategory])(words), evidenceClass],
      opens: classesIn(sources.map(({ category }) => category)),
      apply: (unit) => deriveIn(vault, source, person, sources, unit),
    };
  });
}

function asking({ policy }: Deployment, source: InterestSource, person: PersonId): Asking {
  const sources = sourcesOf(source, policy.current().policy.vocabulary, person);
  const about = { person, to: 'platform', purpose: purposes.personal } as const;
  const interests = [interestCategory];
  return [
    {
      ...about,
      action: actions.derive,
      categories: [...new Set(sources.map(({ category }) => category))],
    },
    { ...about, action: actions.use, categories: interests },
    { ...about, action: actions.store, purpose: purposes.keeping, categories: interests },
  ];
}

function deriveIn(
  vault: Vault,
  source: InterestSource,
  person: PersonId,
  sources: ReturnType<typeof sourcesOf>,
  unit: InUnit,
): Done<{ readonly count: number }> {
  const { rows, now, seals } = unit;
  mustNotEnd(unit, [interestCategory]);
  const kept = keptOf(unit, person);
  const removed = removedIn(rows, person, seals.openText);
  const spoken = spokenOf(sources, unit, (name) => Object.hasOwn(source.words, name));
  const changes: AuditedChange[] = [];
  const touched: string[] = sources.flatMap(({ read }) => rows.of(read).map(({ id }) => id));
  let room = MOST_INTERESTS - kept.size;
  let count = 0;
  for (const [interest, evidence] of [...spoken].sort(byNewest)) {
    const before = kept.get(interest);
    const said = before?.because.filter(({ from }) => from === 'person') ?? [];
    const what = { interest, because: newest([...said, ...evidence]), source: 'derived' };
    const change = keepInterest(vault, unit, person, what, before?.row);
    const { expires } = change.after;
    // What speaks of it is older than an interest is kept.
    if (expires !== null && expires <= now) continue;
    if (removed.has(interest) || (before === undefined && room <= 0)) continue;
    count += 1;
    if (JSON.stringify(before?.because) === JSON.stringify(what.because)) continue;
    if (before === undefined) room -= 1;
    changes.push(change);
    touched.push(change.after.id);
  }
  const [mark] = rows.of(derivedOf(person));
  const body = { from: digestOfSources(sources, rows, source.words) };
  const row = { id: vault.mint(), kind: DERIVED, person, state: 'derived', at: now };
  changes.push(mark ? changeEvidence(mark, { at: now, body }) : addEvidence(row, body));
  return { value: { count }, changes, touched };
}

type Spoken = readonly [string, Parameters<typeof newestOf>[0]['because']];

/** Where there is no room for all, the newest come first. */
function byNewest([a, first]: Spoken, [b, second]: Spoken): number {
  return newestOf({ because: second }) - newestOf({ because: first }) || (a < b ? -1 : 1);
}
