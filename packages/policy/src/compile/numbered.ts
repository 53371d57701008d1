import type { Policy } from '../model/policy.ts';
import { sentencesOf } from '../model/policy.ts';
import type { Backing, SentenceId } from '../model/sentence.ts';

/** A backing with its place: the sentence that it backs and its index there. */
export interface Numbered<B extends Backing = Backing> {
  readonly sentence: SentenceId;
  readonly index: number;
  readonly backing: B;
}

/**
 * The backings of some kinds in the order in which they are cited: by id of sentence, then as they
 * stand there. Ids decide, not the order of the clauses in the program, which never matters.
 */
export function numbered<K extends Backing['kind']>(
  policy: Policy,
  ...kinds: readonly K[]
): readonly Numbered<Extract<Backing, { kind: K }>>[] {
  const wanted: readonly string[] = kinds;
  return sentencesOf(policy)
    .toSorted((a, b) => compareIds(a.id, b.id))
    .flatMap(({ id, backings }) =>
      backings.map((backing, index) => ({ sentence: id, index, backing })),
    )
    .filter((one): one is Numbered<Extract<Backing, { kind: K }>> =>
      wanted.includes(one.backing.kind),
    );
}

/** Orders ids step by step: numbers as numbers (2.a.9 before 2.a.10) and first, all else by code unit. */
export function compareIds(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (const [index, step] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (step !== other) return compareSteps(step, other);
  }
  return left.length - right.length;
}

function compareSteps(a: string, b: string): number {
  const [m, n] = [a, b].map((step) => (/^\d+$/.test(step) ? Number(step) : Infinity));
  if (m !== n) return m! < n! ? -1 : 1;
  return a < b ? -1 : 1;
}
