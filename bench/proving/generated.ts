import { type Condition, type Policy, type Rule, readPolicy } from '@avow/policy';
import { type Generator, generator } from '../generator.ts';

/** How large a policy to make. */
export interface Extent {
  readonly clauses: number;
  readonly categories: number;
  readonly purposes: number;
}

/** A policy made up for measuring, and what is known of it because it was made so. */
export interface Generated {
  readonly policy: Policy;
  /** The same with one permit more, for an action that nothing permitted before. */
  readonly later: Policy;
  /** Id of the sentence with that permit. */
  readonly added: string;
  readonly kept: number;
  /** Id of the one promise that does not hold. */
  readonly broken: string;
}

const ACTIONS = 12;
const RECIPIENTS = 12;
const FACTS = 40;
/** Every so many clauses one is a prohibition that also promises what it forbids. */
const PROMISE_EVERY = 25;
const FORBID_EVERY = 5;

/** A policy of this extent, always the same one: rules over leaves and inner words, with up to three facts each. */
export function generatePolicy(extent: Extent): Generated {
  const draw = generator(500);
  const words = wordsOf(extent);
  const numbers = Array.from({ length: extent.clauses }, (_, at) => at);
  const promising = numbers.filter((at) => at % PROMISE_EVERY === 0);
  const clauses = numbers.map((at) => clauseOf(at, backingsOf(at, words, draw)));
  const last = extent.clauses;
  // Nothing forbids `archive`, and it is permitted without a condition: a promise against it cannot hold.
  const everywhere = { purposes: 'any', categories: 'any', recipients: ['r0'] } as const;
  const archive = { kind: 'permit', actions: ['archive'], ...everywhere, ...always } as const;
  const untrue = { kind: 'never', actions: ['archive'], ...everywhere, condition: { all: [] } };
  const added = { kind: 'permit', actions: ['restore'], ...everywhere, ...always };
  const rest = clauseOf(last, [{ kind: 'rest' }]);
  const before = [...clauses, rest, clauseOf(last + 1, [archive, untrue])];
  return {
    policy: assemble(words, before),
    later: assemble(words, [...before, clauseOf(last + 2, [added])]),
    added: `1.c${last + 2}.1`,
    kept: promising.length,
    broken: `1.c${last + 1}.1:1`,
  };
}

const always = { condition: { all: [] }, duties: [] } as const;

interface Names {
  readonly actions: readonly string[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly string[];
  readonly facts: readonly string[];
}

/** Leaves stand in tens below an inner word of their own. */
function wordsOf({ categories, purposes }: Extent): Names {
  return {
    actions: numbered('a', ACTIONS),
    purposes: tree('p', purposes),
    categories: tree('c', categories),
    recipients: numbered('r', RECIPIENTS),
    facts: numbered('f', FACTS),
  };
}

function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at}`);
}

function tree(prefix: string, leaves: number): readonly string[] {
  const inner = numbered(prefix, Math.ceil(leaves / 10));
  return [
    ...inner,
    ...numbered('', leaves).map((n) => `${inner[Math.floor(Number(n) / 10)]}.n${n}`),
  ];
}

function backingsOf(at: number, words: Names, draw: Generator): readonly unknown[] {
  const scope = {
    actions: draw.some(words.actions, 1 + draw.below(2)),
    purposes: draw.some(words.purposes, 1 + draw.below(3)),
    categories: draw.some(words.categories, 1 + draw.below(4)),
    recipients: draw.some(words.recipients, 1 + draw.below(2)),
  };
  const condition = conditionOf(draw.some(words.facts, 1 + draw.below(3)), draw);
  if (at % PROMISE_EVERY === 0) {
    return [
      { kind: 'forbid', ...scope, condition } satisfies Rule,
      { kind: 'never', ...scope, condition },
    ];
  }
  if (at % FORBID_EVERY === 0) return [{ kind: 'forbid', ...scope, condition } satisfies Rule];
  return [{ kind: 'permit', ...scope, condition, duties: [] } satisfies Rule];
}

function conditionOf(facts: readonly string[], draw: Generator): Condition {
  const parts = facts.map((fact) => (draw.below(4) === 0 ? { not: { fact } } : { fact }));
  return draw.below(4) === 0 ? { any: parts } : { all: parts };
}

function clauseOf(number: number, backings: readonly unknown[]) {
  const id = `1.c${number}`;
  const text = { en: `What clause ${number} says.` };
  return { id, title: { en: `Clause ${number}` }, sentences: [{ id: `${id}.1`, text, backings }] };
}

function assemble(words: Names, clauses: readonly unknown[]): Policy {
  const terms = (names: readonly string[], more: object = {}) =>
    Object.fromEntries(names.map((name) => [name, { label: { en: `the ${name}` }, ...more }]));
  return readPolicy({
    name: 'generated',
    title: { en: 'Generated' },
    vocabulary: {
      languages: ['en'],
      actions: terms([...words.actions, 'archive', 'restore']),
      purposes: terms(words.purposes),
      categories: terms(words.categories, { retention: 'year' }),
      recipients: terms(words.recipients),
      facts: terms(words.facts, { from: 'record', audience: ['person'] }),
      duties: {},
      retentions: terms(['year'], { days: 365, from: 'collection' }),
      regions: {},
    },
    parts: [{ id: '1', title: { en: 'Clauses' } }],
    clauses,
    profiles: [],
  });
}
