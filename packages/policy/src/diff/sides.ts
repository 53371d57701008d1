import { type Axioms, axioms } from '../compile/axioms.ts';
import { leafWords } from '../compile/compile.ts';
import { type Cube, cubes } from '../compile/cubes.ts';
import { type Box, boxes, diagram } from '../compile/diagram.ts';
import { numbered } from '../compile/numbered.ts';
import { type CompiledPermit, type CompiledRule, compileRules } from '../compile/rules.ts';
import type { Policy } from '../model/policy.ts';
import { dimensions, type Scope } from '../model/rule.ts';
import type { SentenceId } from '../model/sentence.ts';
import { kinds, type Words } from '../model/words.ts';

/** What one of two policies says of some places. */
export interface Here {
  /** Whether it has words for them at all. */
  readonly known: boolean;
  readonly permits: readonly CompiledPermit[];
  readonly forbids: readonly Cube[];
  readonly promises: readonly { readonly sentence: SentenceId; readonly cubes: readonly Cube[] }[];
  readonly axioms: Axioms;
}

/** Places at which neither policy makes a difference between one and another. */
export interface Region {
  readonly before: Here;
  readonly after: Here;
  boxes(): readonly Box[];
}

/** Cuts the space of questions of both policies into regions. Facts and words are matched by name. */
export function compareSpaces(before: Policy, after: Policy): readonly Region[] {
  const sides = { before: side(before, after), after: side(after, before) };
  const parts = [...sides.before.parts, ...sides.after.parts];
  const scopes = parts.map(({ scope }) => scope);
  const space = diagram(scopes, leafWords(unite(before.vocabulary, after.vocabulary)));
  return space.leaves.map((leaf) => {
    const here = new Set(leaf.scopes.map((scope) => parts[scope]));
    return {
      before: at(sides.before, here),
      after: at(sides.after, here),
      boxes: () => boxes(leaf, space),
    };
  });
}

/** The words of both policies; where both have one, as the later policy has it. */
export function unite(before: Words, after: Words): Words {
  const united = kinds.map((kind) => [kind, { ...before[kind], ...after[kind] }]);
  return { languages: after.languages, ...Object.fromEntries(united) } as Words;
}

/** A part of a policy that speaks of a scope. */
type Part =
  | { readonly kind: 'domain'; readonly scope: Scope }
  | { readonly kind: 'rule'; readonly scope: Scope; readonly rule: CompiledRule }
  | { readonly kind: 'promise'; readonly scope: Scope; readonly promise: Here['promises'][number] };

interface Side {
  readonly axioms: Axioms;
  readonly parts: readonly Part[];
}

function side(policy: Policy, other: Policy): Side {
  const ofFacts = axioms(policy.vocabulary.facts, Object.keys(other.vocabulary.facts));
  const rules = compileRules(policy, ofFacts).map(
    (rule): Part => ({ kind: 'rule', scope: rule.scope, rule }),
  );
  const promises = numbered(policy, 'never').map(({ sentence, backing }): Part => {
    const promise = { sentence, cubes: cubes(backing.condition, ofFacts.bit) };
    return { kind: 'promise', scope: backing, promise };
  });
  return { axioms: ofFacts, parts: [domain(policy.vocabulary), ...rules, ...promises] };
}

/**
 * The places that a policy has words for. "Any" reaches no further: with a new word it comes to
 * permit something new. A word below one that it has is not new, only finer.
 */
function domain(words: Words): Part {
  const scope = Object.fromEntries(dimensions.map((one) => [one, Object.keys(words[one])]));
  return { kind: 'domain', scope: scope as unknown as Scope };
}

function at({ axioms, parts }: Side, applying: ReadonlySet<Part | undefined>): Here {
  const here = parts.filter((part) => applying.has(part));
  const known = here.some(({ kind }) => kind === 'domain');
  const rules = known ? here.flatMap((part) => (part.kind === 'rule' ? [part.rule] : [])) : [];
  return {
    known,
    permits: rules.flatMap((rule) => (rule.kind === 'permit' ? [rule] : [])),
    forbids: rules.flatMap((rule) => (rule.kind === 'forbid' ? rule.cubes : [])),
    promises: here.flatMap((part) => (part.kind === 'promise' ? [part.promise] : [])),
    axioms,
  };
}
