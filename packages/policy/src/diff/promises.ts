import { axioms } from '../compile/axioms.ts';
import { type Cube, cubes } from '../compile/cubes.ts';
import { numbered } from '../compile/numbered.ts';
import type { Policy } from '../model/policy.ts';
import type { SentenceId } from '../model/sentence.ts';
import { smallest } from '../prove/smallest.ts';
import type { Found } from './finding.ts';
import { key, regions } from './regions.ts';

/** A promise that is proven: what must not be the case where something is permitted. */
interface Promised {
  readonly sentence: SentenceId;
  readonly cubes: readonly Cube[];
}

/** Promises that covered a state which none covers any more. */
export function comparePromises(before: Policy, after: Policy): readonly Found[] {
  const ofFacts = axioms(after.vocabulary.facts, Object.keys(before.vocabulary.facts));
  const side = (policy: Policy) => ({
    words: policy.vocabulary,
    parts: numbered(policy, 'never').map(({ sentence, backing }) => {
      const what: Promised = { sentence, cubes: cubes(backing.condition, ofFacts.bit) };
      return { scope: backing, what, says: key(sentence, what.cubes) };
    }),
  });
  return regions(side(before), side(after)).flatMap((region) => {
    // Where the later policy has no words, nothing can be permitted and there is nothing to promise.
    if (region.after === undefined) return [];
    const covered = region.after.flatMap((promise) => promise.cubes);
    return (region.before ?? []).flatMap(({ sentence, cubes }) => {
      const [truths] = cubes.flatMap((cube) => smallest(ofFacts, cube, covered) ?? []);
      if (truths === undefined) return [];
      return [{ kind: 'promise-less' as const, sentence, truths, boxes: region.boxes }];
    });
  });
}
