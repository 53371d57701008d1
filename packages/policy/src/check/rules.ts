import { axioms } from '../compile/axioms.ts';
import { compile } from '../compile/compile.ts';
import { cubes } from '../compile/cubes.ts';
import { diagram } from '../compile/diagram.ts';
import { numbered } from '../compile/numbered.ts';
import { type CompiledRule, compileRules, isForbid } from '../compile/rules.ts';
import { PolicyError } from '../fault.ts';
import type { Policy } from '../model/policy.ts';
import { leafWords } from '../model/rule.ts';
import { smallest } from '../prove/smallest.ts';
import type { Finding } from './finding.ts';

/** Rules and promises that can never apply, permits that are always overruled, cells beyond the limits. */
export function checkRules(policy: Policy): readonly Finding[] {
  return [...limits(policy), ...neverApplying(policy), ...overruled(policy)];
}

function limits(policy: Policy): readonly Finding[] {
  try {
    compile(policy);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const places = error.faults.map(({ where, what }) => `${where} ${what}`);
    return (places.length === 0 ? [error.message] : places).map((words) => ({
      severity: 'error',
      code: 'AVOW_POLICY_LIMIT',
      words,
    }));
  }
}

function neverApplying(policy: Policy): readonly Finding[] {
  const ofFacts = axioms(policy.vocabulary.facts);
  return numbered(policy, 'permit', 'forbid', 'never')
    .filter(({ backing }) =>
      cubes(backing.condition, ofFacts.bit).every(
        (cube) => smallest(ofFacts, cube, []) === undefined,
      ),
    )
    .map(({ sentence, index }) => ({
      severity: 'error',
      code: 'AVOW_RULE_NEVER_APPLIES',
      sentence,
      rule: index,
      words: `the condition of backing ${index} of sentence ${sentence} can never be met`,
    }));
}

function overruled(policy: Policy): readonly Finding[] {
  const ofFacts = axioms(policy.vocabulary.facts);
  const rules = compileRules(policy, ofFacts);
  const space = diagram(
    rules.map(({ scope }) => scope),
    leafWords(policy.vocabulary),
  );
  // Whether a permit ever counts; one whose condition cannot be met is reported as such.
  const silent = new Set(
    rules.filter(
      (rule) =>
        rule.kind === 'permit' &&
        rule.cubes.some((cube) => smallest(ofFacts, cube, []) !== undefined),
    ),
  );
  for (const leaf of space.leaves) {
    const here = leaf.scopes.map((scope) => rules[scope]!);
    const candidates = here.filter((rule) => silent.has(rule));
    if (candidates.length === 0) continue;
    const forbids = here.filter(isForbid).flatMap((rule) => rule.cubes);
    const counts = ({ cubes }: CompiledRule) =>
      cubes.some((cube) => smallest(ofFacts, cube, forbids) !== undefined);
    for (const rule of candidates) if (counts(rule)) silent.delete(rule);
  }
  return [...silent].map(({ outcome: { sentence, rule } }) => ({
    severity: 'error',
    code: 'AVOW_PERMIT_OVERRULED',
    sentence,
    ...(rule === undefined ? {} : { rule }),
    words: `backing ${rule} of sentence ${sentence} permits only what is forbidden elsewhere`,
  }));
}
