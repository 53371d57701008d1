import type { Policy } from '../model/policy.ts';
import type { Forbid, Permit } from '../model/rule.ts';
import type { Axioms } from './axioms.ts';
import type { Permitted, Refused } from './cell.ts';
import { type Cube, cubes } from './cubes.ts';
import { type Numbered, numbered } from './numbered.ts';

/** A rule with its cubes, not yet narrowed to a cell, and the outcome that it leads to. */
export type CompiledRule =
  | {
      readonly kind: 'permit';
      readonly scope: Permit;
      readonly cubes: readonly Cube[];
      readonly outcome: Permitted;
    }
  | {
      readonly kind: 'forbid';
      readonly scope: Forbid;
      readonly cubes: readonly Cube[];
      readonly outcome: Refused;
    };

export type CompiledPermit = Extract<CompiledRule, { kind: 'permit' }>;
type CompiledForbid = Extract<CompiledRule, { kind: 'forbid' }>;

/** The rules of a policy, in the order in which they are cited. */
export function compileRules(policy: Policy, { bit }: Axioms): readonly CompiledRule[] {
  return numbered(policy, 'permit', 'forbid').map((one) => compileRule(one, bit));
}

function compileRule(
  { sentence, index, backing }: Numbered<Permit | Forbid>,
  bit: Axioms['bit'],
): CompiledRule {
  const all = cubes(backing.condition, bit);
  switch (backing.kind) {
    case 'permit': {
      const duties = backing.duties;
      const outcome = Object.freeze({ permitted: true, sentence, rule: index, duties } as const);
      // A cube that contradicts itself is never surely true; only a prohibition needs it.
      const possible = all.filter(({ pos, neg }) => (pos & neg) === 0n);
      return { kind: 'permit', scope: backing, cubes: possible, outcome };
    }
    case 'forbid': {
      const outcome = Object.freeze({
        permitted: false,
        sentence,
        rule: index,
        by: 'prohibition',
      } as const);
      return { kind: 'forbid', scope: backing, cubes: all, outcome };
    }
  }
}

/** The refusal of what no rule permits, citing the sentence that says so. */
export function silenceOf(policy: Policy): Refused {
  const [rest] = numbered(policy, 'rest');
  // A policy has exactly one; `structureFaults` saw to it.
  return Object.freeze({
    permitted: false,
    sentence: rest!.sentence,
    rule: undefined,
    by: 'silence',
  });
}

export function isPermit(rule: CompiledRule): rule is CompiledPermit {
  return rule.kind === 'permit';
}

export function isForbid(rule: CompiledRule): rule is CompiledForbid {
  return rule.kind === 'forbid';
}
