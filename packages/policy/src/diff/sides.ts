import { type Axioms, axioms } from '../compile/axioms.ts';
import { leafWords } from '../compile/compile.ts';
import { type Cube, cubes } from '../compile/cubes.ts';
import { type Box, boxes, diagram } from '../compile/diagram.ts';
import { numbered } from '../compile/numbered.ts';
import {
  type CompiledPermit,
  type CompiledRule,
  compileRules,
  isForbid,
  isPermit,
} from '../compile/rules.ts';
import type { Policy } from '../model/policy.ts';
import { type Dimension, dimensions, type Scope } from '../model/rule.ts';
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

/**
 * Cuts the space of questions of both policies into regions, leaving out those of which both say the
 * same. Facts and words are matched by name.
 */
export function compareSpaces(before: Policy, after: Policy): readonly Region[] {
  const old = side(before, after);
  const now = side(after, before);
  const scopes = [...old.parts, ...now.parts].map(({ scope }) => scope);
  const space = diagram(scopes, leafWords(unite(before.vocabulary, after.vocabulary)));
  return space.leaves.flatMap((leaf) => {
    const oldParts = leaf.scopes.flatMap((scope) => old.parts[scope] ?? []);
    const nowParts = leaf.scopes.flatMap((scope) => now.parts[scope - old.parts.length] ?? []);
    if (saidBy(oldParts) === saidBy(nowParts)) return [];
    return {
      before: at(old.axioms, oldParts),
      after: at(now.axioms, nowParts),
      boxes: () => boxes(leaf, space),
    };
  });
}

function saidBy(parts: readonly Part[]): string {
  return parts.map(({ says }) => says).join();
}

/** The words of both policies; where both have one, as the later policy has it. */
export function unite(before: Words, after: Words): Words {
  const united = kinds.map((kind) => [kind, { ...before[kind], ...after[kind] }]);
  return { languages: after.languages, ...Object.fromEntries(united) } as Words;
}

/** A part of a policy that speaks of a scope. `says` is equal for parts that say the same there. */
type Part = { readonly scope: Scope; readonly says: string } & (
  | { readonly kind: 'domain' }
  | { readonly kind: 'rule'; readonly rule: CompiledRule }
  | { readonly kind: 'promise'; readonly promise: Here['promises'][number] }
);

interface Side {
  readonly axioms: Axioms;
  readonly parts: readonly Part[];
}

function side(policy: Policy, other: Policy): Side {
  const ofFacts = axioms(policy.vocabulary.facts, Object.keys(other.vocabulary.facts));
  const rules = compileRules(policy, ofFacts).map((rule): Part => {
    const says = key(rule.outcome, rule.cubes);
    return { kind: 'rule', scope: rule.scope, says, rule };
  });
  const promises = numbered(policy, 'never').map(({ sentence, backing }): Part => {
    const promise = { sentence, cubes: cubes(backing.condition, ofFacts.bit) };
    return { kind: 'promise', scope: backing, says: key(sentence, promise.cubes), promise };
  });
  return { axioms: ofFacts, parts: [domain(policy.vocabulary), ...rules, ...promises] };
}

function key(what: unknown, when: readonly Cube[]): string {
  return JSON.stringify([what, when.map(({ pos, neg }) => [String(pos), String(neg)])]);
}

/**
 * The places that a policy has words for. "Any" reaches no further: with a new word it comes to
 * permit something new. A word below one that it has is not new, only finer.
 */
function domain(words: Words): Part {
  const [categories, purposes, actions, recipients] = dimensions.map((one) =>
    Object.keys(words[one]),
  );
  const scope = { categories, purposes, actions, recipients } as Record<Dimension, string[]>;
  return { kind: 'domain', scope, says: 'domain' };
}

function at(axioms: Axioms, parts: readonly Part[]): Here {
  const known = parts.some(({ kind }) => kind === 'domain');
  const rules = known ? parts.flatMap((part) => (part.kind === 'rule' ? [part.rule] : [])) : [];
  return {
    known,
    permits: rules.filter(isPermit),
    forbids: rules.filter(isForbid).flatMap((rule) => rule.cubes),
    promises: parts.flatMap((part) => (part.kind === 'promise' ? [part.promise] : [])),
    axioms,
  };
}
