import { type Axioms, axioms } from '../compile/axioms.ts';
import type { Cube } from '../compile/cubes.ts';
import {
  type CompiledPermit,
  type CompiledRule,
  compileRules,
  isForbid,
  isPermit,
} from '../compile/rules.ts';
import type { Policy } from '../model/policy.ts';
import type { SentenceId } from '../model/sentence.ts';
import { both, meets, sizeOf, smallest } from '../prove/smallest.ts';
import type { DecisionKind } from './difference.ts';
import type { Finding, Found } from './finding.ts';
import { key, regions } from './regions.ts';

/** What each policy permits that the other does not, and duties that are no longer owed for it. */
export function compareDecisions(before: Policy, after: Policy): readonly Found[] {
  const old = rulesOf(before, after);
  const now = rulesOf(after, before);
  return regions(old, now).flatMap((region) => {
    const was = standing(region.before, old.axioms);
    const is = standing(region.after, now.axioms);
    const findings = [
      ...gains(was, is, possible(was) ? 'wider' : 'possible'),
      ...gains(is, was, possible(is) ? 'narrower' : 'impossible'),
      ...droppedDuties(was, is),
    ];
    return findings.map((finding) => ({ ...finding, boxes: region.boxes }));
  });
}

/** The rules of a policy, with bits for the facts of the other as well. */
function rulesOf(policy: Policy, other: Policy) {
  const ofFacts = axioms(policy.vocabulary.facts, Object.keys(other.vocabulary.facts));
  const parts = compileRules(policy, ofFacts).map((rule) => {
    return { scope: rule.scope, what: rule, says: key(rule.outcome, rule.cubes) };
  });
  return { words: policy.vocabulary, parts, axioms: ofFacts };
}

/** The rules that one policy has for a region. */
interface Standing {
  readonly permits: readonly CompiledPermit[];
  readonly forbids: readonly Cube[];
  readonly axioms: Axioms;
}

/** Where a policy has no words it has no rules either. */
function standing(rules: readonly CompiledRule[] = [], axioms: Axioms): Standing {
  return {
    permits: rules.filter(isPermit),
    forbids: rules.filter(isForbid).flatMap((rule) => rule.cubes),
    axioms,
  };
}

/** Whether anything is permitted there in some state. */
function possible({ permits, forbids, axioms }: Standing): boolean {
  return permits.some(({ cubes }) =>
    cubes.some((cube) => smallest(axioms, cube, forbids) !== undefined),
  );
}

/**
 * What `to` permits and `from` did not: by each sentence, in the smallest state. A state that `from`
 * refused is one in which a prohibition of it is met, or none of its permits.
 */
function gains(from: Standing, to: Standing, kind: DecisionKind): readonly Finding[] {
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
function cited({ permits }: Standing, truths: bigint): SentenceId {
  return permits.find(({ cubes }) => cubes.some((cube) => meets(truths, cube)))!.outcome.sentence;
}

/** Duties that were owed for what both policies permit, and are no longer. */
function droppedDuties(before: Standing, after: Standing): readonly Finding[] {
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
