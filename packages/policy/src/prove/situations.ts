import { type Axioms, axioms } from '../compile/axioms.ts';
import { type Cube, cubes } from '../compile/cubes.ts';
import { diagram } from '../compile/diagram.ts';
import { numbered } from '../compile/numbered.ts';
import { type CompiledRule, compileRules, isForbid, isPermit } from '../compile/rules.ts';
import type { Policy } from '../model/policy.ts';
import { type Dimension, leafWords, type Never, selects } from '../model/rule.ts';
import type { SentenceId } from '../model/sentence.ts';
import { sizeOf } from './smallest.ts';

/**
 * What comes of a situation: refused; permitted, as the promise does not speak of it; permitted only if
 * facts could be true together that exclude one another; or permitted, and the promise is broken. `unsplit`: one of
 * these, which `prove` knows and this did not come to.
 */
export type Fate = 'refused' | 'outside' | 'impossible' | 'broken' | 'unsplit';

/**
 * How often a set of situations is looked at: about a second's work. Where conditions are many and share few facts,
 * parts double with each fact; a policy of a trading platform takes 70,000 for the widest of its promises.
 */
const LOOKS = 100_000;

/** Situations that differ in nothing which matters. */
export interface SituationGroup {
  readonly fate: Fate;
  /** What forbids, or permits, in all of them; undefined where nothing permits or the promise is silent. */
  readonly sentence: SentenceId | undefined;
  /** The facts that are true in all of them, and those that are false; of all others it is the same. */
  readonly truths: readonly string[];
  readonly falsehoods: readonly string[];
  readonly situations: number;
}

/** All situations of which a promise speaks, or could. */
export interface Situations {
  /** How many: as many as the proof counts. */
  readonly situations: number;
  /** Actions × purposes × categories × recipients within the promise's scope: the words of each. */
  readonly words: Readonly<Record<Dimension, readonly string[]>>;
  readonly places: number;
  /** The facts that matter somewhere, by code unit. */
  readonly facts: readonly string[];
  /** Groups that do not overlap and make up the whole: the largest first. */
  readonly groups: readonly SituationGroup[];
}

/**
 * Lays the situations of a promise apart, as `prove` went through them. A group holds whatever becomes of the
 * facts that it does not name, also if they are unknown: what is refused in every case is refused in doubt.
 * After so many looks it stops: what it did not come to is one group more, `unsplit`, and counted exactly like the
 * others. Undefined if the policy has no such promise, named as `Proof` names it (`2.a.1:1`).
 */
export function situations(policy: Policy, promise: string, looks = LOOKS): Situations | undefined {
  const found = numbered(policy, 'never').find(
    ({ sentence, index }) => `${sentence}:${index}` === promise,
  );
  return found && layOut(policy, found.backing, looks);
}

function layOut(policy: Policy, promise: Never, looks: number): Situations {
  const ofFacts = axioms(policy.vocabulary.facts);
  const rules = compileRules(policy, ofFacts);
  const promised = cubes(promise.condition, ofFacts.bit);
  const words = leafWords(policy.vocabulary);
  const space = diagram([...rules.map(({ scope }) => scope), promise], words);
  const within = (each: Dimension) => words[each].filter((word) => selects(promise[each], word));
  const groups = new Map<string, Box & { situations: number }>();
  let [situations, places, mattering] = [0, 0, 0n];
  const leaves = space.leaves
    .filter(({ scopes }) => scopes.includes(rules.length))
    .map((leaf) => {
      const here = leaf.scopes.flatMap((scope) => rules[scope] ?? []);
      const facts = maskOf([...here.flatMap((rule) => rule.cubes), ...promised]);
      return { here, facts, places: leaf.places, size: leaf.places * 2 ** sizeOf(facts) };
    })
    // Should the looks not suffice, they went to where most situations are.
    .sort((a, b) => b.size - a.size);
  const left = { looks };
  for (const { here, facts, ...leaf } of leaves) {
    mattering |= facts;
    places += leaf.places;
    situations += leaf.size;
    const place = { rules: here, promised, facts, ofFacts, left };
    for (const box of split({ pos: 0n, neg: 0n }, place)) {
      // What was not come to has nothing in common that could be named.
      const states = box.fate === 'unsplit' ? { pos: 0n, neg: 0n } : box;
      const key = `${box.fate} ${box.sentence} ${states.pos} ${states.neg}`;
      const group = groups.get(key) ?? { ...box, ...states, situations: 0 };
      group.situations += leaf.places * 2 ** sizeOf(facts & ~(box.pos | box.neg));
      groups.set(key, group);
    }
  }
  return {
    ...{ situations, places },
    words: {
      actions: within('actions'),
      purposes: within('purposes'),
      categories: within('categories'),
      recipients: within('recipients'),
    },
    facts: ofFacts.names(mattering),
    groups: [...groups.values()]
      .sort((a, b) => b.situations - a.situations)
      .map(({ fate, sentence, pos, neg, situations }) => ({
        ...{ fate, sentence, situations },
        truths: ofFacts.names(pos),
        falsehoods: ofFacts.names(neg),
      })),
  };
}

/** The states that give these facts these values, and what comes of all of them. */
interface Box extends Cube {
  readonly fate: Fate;
  readonly sentence: SentenceId | undefined;
}

/** What decides at a place. */
interface Place {
  readonly rules: readonly CompiledRule[];
  readonly promised: readonly Cube[];
  readonly facts: bigint;
  readonly ofFacts: Axioms;
  /** Of all places together. */
  readonly left: { looks: number };
}

/** Halves a set of states, fact by fact, until the same comes of all that are in a part. */
function split(states: Cube, place: Place): readonly Box[] {
  if (place.left.looks === 0) return [{ ...states, fate: 'unsplit', sentence: undefined }];
  place.left.looks -= 1;
  const fate = fateOf(states, place);
  if ('fate' in fate) return [{ ...states, ...fate }];
  const { open } = fate;
  const pieces = [
    split({ ...states, pos: states.pos | open }, place),
    split({ ...states, neg: states.neg | open }, place),
  ];
  return pieces.flat();
}

type Found = Pick<Box, 'fate' | 'sentence'> | { readonly open: bigint };

/** What comes of all these states; or a fact that it turns on. */
function fateOf(states: Cube, { rules, promised, facts, ofFacts }: Place): Found {
  const speaks = standing(promised, states);
  if (speaks === false) return { fate: 'outside', sentence: undefined };
  if (speaks === undefined) return { open: turning(promised, states) };
  const forbids = rules.filter(isForbid);
  const met = forbids.find((rule) => standing(rule.cubes, states) === true);
  if (met !== undefined) return { fate: 'refused', sentence: met.outcome.sentence };
  const permits = rules.filter(isPermit);
  const ways = permits.flatMap((rule) => rule.cubes);
  if (standing(ways, states) === false) return { fate: 'refused', sentence: undefined };
  const undecided = [...ways, ...forbids.flatMap((rule) => rule.cubes)];
  const permit = permits.find((rule) => standing(rule.cubes, states) === true);
  const isFree = forbids.every((rule) => standing(rule.cubes, states) === false);
  if (permit === undefined || !isFree) return { open: turning(undecided, states) };
  const { sentence } = permit.outcome;
  const truths = ofFacts.close(states.pos);
  if (!ofFacts.possible(truths) || truths & states.neg) return { fate: 'impossible', sentence };
  const open = bound(states, facts, ofFacts);
  return open === undefined ? { fate: 'broken', sentence } : { open };
}

/** Whether some cube is met in all these states, or each excluded; undefined: it turns on more. */
function standing(all: readonly Cube[], states: Cube): boolean | undefined {
  if (all.some(({ pos, neg }) => !(pos & ~states.pos) && !(neg & ~states.neg))) return true;
  return all.every((cube) => isExcluded(cube, states)) ? false : undefined;
}

const isExcluded = ({ pos, neg }: Cube, states: Cube): boolean =>
  (pos & states.neg) !== 0n || (neg & states.pos) !== 0n;

/** The fact that most of the open cubes turn on; of equals the first. */
function turning(all: readonly Cube[], states: Cube): bigint {
  const known = states.pos | states.neg;
  const open = all
    .filter((cube) => !isExcluded(cube, states))
    .map((cube) => maskOf([cube]) & ~known);
  const times = (fact: bigint) => open.filter((mask) => mask & fact).length;
  const facts = bitsOf(open.reduce((sum, mask) => sum | mask, 0n));
  return facts.reduce((best, fact) => (times(fact) > times(best) ? fact : best));
}

/** A fact not settled yet on which it turns whether these states can be; undefined: all of them can. */
function bound({ pos, neg }: Cube, facts: bigint, { close, possible }: Axioms): bigint | undefined {
  const open = facts & ~(pos | neg);
  for (const fact of bitsOf(pos | open)) {
    const lacking = close(fact) & (neg | open) & ~fact;
    // Axioms have two facts each, so whatever excludes a state is a pair.
    const clashing = bitsOf((pos | open) & ~fact).find((other) => !possible(fact | other));
    const turns = clashing !== undefined || lacking !== 0n || !possible(fact);
    if (turns && fact & open) return fact;
    // The state so far is possible, so of a pair one fact at least is open.
    if (turns) return clashing ?? lacking & -lacking;
  }
  return undefined;
}

function bitsOf(mask: bigint): bigint[] {
  const bits: bigint[] = [];
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) bits.push(rest & -rest);
  return bits;
}

const maskOf = (all: readonly Cube[]): bigint =>
  all.reduce((sum, { pos, neg }) => sum | pos | neg, 0n);
