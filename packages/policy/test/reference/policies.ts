import fc from 'fast-check';
import {
  type Backing,
  type Condition,
  type Policy,
  readPolicy,
  type Text,
} from '../../src/index.ts';
import type { Facts, Question } from './semantics.ts';

/** Random policies over a small vocabulary: small enough that brute force can look at everything. */

const said = (text: string): Text => ({ en: text });
const termsOf = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { label: said(name) }]));

export const facts = ['a', 'b', 'c', 'd', 'e'] as const;
const actions = ['provide', 'use'];
const purposes = ['service', 'service.one', 'service.two', 'law'];
const categories = ['contact', 'contact.phone', 'contact.mail', 'name'];
const recipients = ['platform', 'carrier'];
const duties = ['tell', 'delete'];

/** Every question that the vocabulary allows. */
export const questions: readonly Question[] = ['service.one', 'service.two', 'law'].flatMap(
  (purpose) =>
    ['contact.phone', 'contact.mail', 'name'].flatMap((category) =>
      actions.flatMap((action) =>
        recipients.map((recipient) => ({ action, purpose, category, recipient })),
      ),
    ),
);

export const question = fc.constantFrom(...questions);

/** What is known of the facts: true, false or nothing. */
export const knowledge: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(facts.map((name) => [name, fc.constantFrom(true, false, undefined)])),
);

export const condition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...facts).map((fact) => ({ fact })),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

const selection = (names: readonly string[]) =>
  fc.oneof(fc.constant('any' as const), fc.subarray([...names], { minLength: 1, maxLength: 2 }));

const scope = {
  actions: selection(actions),
  purposes: selection(purposes),
  categories: selection(categories),
  recipients: selection(recipients),
  condition,
};

const permit = fc.record({
  kind: fc.constant('permit' as const),
  ...scope,
  duties: fc.subarray(duties),
});
const forbid = fc.record({ kind: fc.constant('forbid' as const), ...scope });
const never = fc.record({ kind: fc.constant('never' as const), ...scope });

/** Axioms point from a fact to later ones, so that every fact can be true in some state or in none. */
const axioms = fc.array(
  fc.record({
    kind: fc.constantFrom('implies' as const, 'excludes' as const),
    from: fc.constantFrom(...facts),
    to: fc.constantFrom(...facts),
  }),
  { maxLength: 3 },
);

export interface Ingredients {
  readonly backings: readonly Backing[];
  readonly axioms: readonly { kind: 'implies' | 'excludes'; from: string; to: string }[];
  readonly obtainable: readonly string[];
}

export const ingredients: fc.Arbitrary<Ingredients> = fc.record({
  backings: fc.array(
    fc.oneof({ arbitrary: permit, weight: 3 }, { arbitrary: forbid, weight: 2 }, never),
    {
      maxLength: 7,
    },
  ),
  axioms,
  obtainable: fc.subarray([...facts]),
});

/** A policy whose backings stand one to a sentence, in order; `P.1` refuses the rest. */
export function policyOf({ backings, axioms, obtainable }: Ingredients): Policy {
  const fact = (name: string) => {
    const linked = (kind: string) =>
      axioms.filter((axiom) => axiom.kind === kind && axiom.from === name).map(({ to }) => to);
    const how = obtainable.includes(name)
      ? { obtainable: { by: 'person', how: said(`get ${name}`) } }
      : {};
    const links = { implies: linked('implies'), excludes: linked('excludes') };
    // `e` is the fact that only operators may learn of.
    const audience = name === 'e' ? ['operator'] : ['person', 'operator'];
    return [name, { label: said(name), from: name, audience, ...links, ...how }];
  };
  const sentences = backings.map((backing, index) => ({
    id: `1.a.${index + 1}`,
    text: said(`sentence ${index + 1}`),
    backings: [backing],
  }));
  const rest = { id: 'P.1', text: said('nothing else'), backings: [{ kind: 'rest' }] };
  return readPolicy({
    name: 'generated',
    title: said('Generated'),
    vocabulary: {
      languages: ['en'],
      actions: termsOf(actions),
      purposes: termsOf(purposes),
      categories: termsOf(categories),
      recipients: termsOf(recipients),
      facts: Object.fromEntries(facts.map(fact)),
      duties: termsOf(duties),
      retentions: {},
      regions: {},
    },
    parts: [
      { id: '1', title: said('One') },
      { id: 'P', title: said('Preamble') },
    ],
    clauses: [
      { id: '1.a', title: said('Rules'), sentences },
      { id: 'P', title: said('Rest'), sentences: [rest] },
    ],
    profiles: [],
  });
}

export const policy: fc.Arbitrary<Policy> = ingredients.map(policyOf);
