import type { SentenceId } from '../model/sentence.ts';
import { both, meets, sizeOf, smallest } from '../prove/smallest.ts';
import type { DecisionKind } from './difference.ts';
import type { Here, Region } from './sides.ts';

/** A change that holds at every place of a region, shown by the smallest state of facts. */
export interface Finding {
  readonly kind: DecisionKind;
  readonly sentence: SentenceId;
  readonly truths: bigint;
  /** The duty that was dropped. */
  readonly duty?: string;
}

/** What changed at the places of a region. */
export function compareDecisions({ before, after }: Region): readonly Finding[] {
  return [
    ...gains(before, after, possible(before) ? 'wider' : 'possible'),
    ...gains(after, before, possible(after) ? 'narrower' : 'impossible'),
    ...droppedDuties(before, after),
    ...lessPromised(before, after),
  ];
}

/** Whether anything is permitted there in some state. */
function possible({ permits, forbids, axioms }: Here): boolean {
  return permits.some(({ cubes }) =>
    cubes.some((cube) => smallest(axioms, cube, forbids) !== undefined),
  );
}

/**
 * What `to` permits and `from` did not: by each sentence, in the smallest state. A state that `from`
 * refused is one in which a prohibition of it is met, or none of its permits.
 */
function gains(from: Here, to: Here, kind: DecisionKind): readonly Finding[] {
  const least = new Map<SentenceId, bigint>();
  const unpermitted = [...to.forbids, ...from.permits.flatMap(({ cubes }) => cubes)];
  for (const cube of to.permits.flatMap(({ cubes }) => cubes)) {
    const states = [
      smallest(to.axioms, cube, unpermitted),
      ...from.forbids.map((forbid) => smallest(to.axioms, both(cube, forbid), to.forbids)),
    ];
    for (const truths of states) {
      if (truths === undefined) continue;
      const sentence = cited(to, truths);
      const known = least.get(sentence);
      if (known === undefined || sizeOf(truths) < sizeOf(known)) least.set(sentence, truths);
    }
  }
  return [...least].map(([sentence, truths]) => ({ kind, sentence, truths }));
}

/** The sentence that permits in a state, which some permit does. */
function cited({ permits }: Here, truths: bigint): SentenceId {
  return permits.find(({ cubes }) => cubes.some((cube) => meets(truths, cube)))!.outcome.sentence;
}

/** Duties that were owed for what both policies permit, and are no longer. */
function droppedDuties(before: Here, after: Here): readonly Finding[] {
  return before.permits.flatMap((old, oldIndex) =>
    after.permits.flatMap((now, nowIndex) => {
      const dropped = old.outcome.duties.filter((duty) => !now.outcome.duties.includes(duty));
      if (dropped.length === 0) return [];
      // In a state where each of the two is the one that its policy cites.
      const avoid = [
        ...before.forbids,
        ...after.forbids,
        ...before.permits.slice(0, oldIndex).flatMap(({ cubes }) => cubes),
        ...after.permits.slice(0, nowIndex).flatMap(({ cubes }) => cubes),
      ];
      const states = old.cubes.flatMap((one) =>
        now.cubes.flatMap((other) => smallest(after.axioms, both(one, other), avoid) ?? []),
      );
      const [truths] = states;
      if (truths === undefined) return [];
      const { sentence } = now.outcome;
      return dropped.map((duty) => ({ kind: 'duty-dropped' as const, sentence, truths, duty }));
    }),
  );
}

/** Promises that covered a state which none covers any more. */
function lessPromised(before: Here, after: Here): readonly Finding[] {
  // Where the later policy has no words, nothing can be permitted and there is nothing to promise.
  if (!after.known) return [];
  const covered = after.promises.flatMap(({ cubes }) => cubes);
  return before.promises.flatMap(({ sentence, cubes }) => {
    const states = cubes.flatMap((cube) => smallest(after.axioms, cube, covered) ?? []);
    const [truths] = states;
    return truths === undefined ? [] : [{ kind: 'promise-less' as const, sentence, truths }];
  });
}
