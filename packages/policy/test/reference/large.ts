import { type Policy, readPolicy } from '../../src/index.ts';

/** A policy of the size that is promised: 500 clauses, 200 categories, 50 purposes. */
export function largePolicy(seed: number): Policy {
  // A linear congruential generator: the same policy each time.
  let state = seed;
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const said = (text: string) => ({ en: text });
  const names = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${Math.floor(index / 10)}.n${index}`);
  const some = (of: readonly string[], most: number) =>
    Array.from({ length: 1 + below(most) }, () => of[below(of.length)]!);
  const terms = (of: readonly string[]) =>
    Object.fromEntries(of.map((name) => [name, { label: said(name) }]));

  const categories = names('category', 200);
  const purposes = names('purpose', 50);
  const actions = Array.from({ length: 20 }, (_, index) => `action${index}`);
  const recipients = Array.from({ length: 12 }, (_, index) => `recipient${index}`);
  const facts = Array.from({ length: 40 }, (_, index) => `fact${index}`);
  const literal = () =>
    below(4) === 0 ? { not: { fact: facts[below(40)] } } : { fact: facts[below(40)] };
  const rule = (index: number) => ({
    kind: index % 5 === 0 ? 'forbid' : index % 50 === 1 ? 'never' : 'permit',
    actions: some(actions, 3),
    purposes: index % 15 === 0 ? 'any' : some(purposes, 4),
    // Some prohibitions are wide, as they are in policies that people write.
    categories: index % 15 === 0 ? 'any' : some(categories, 8),
    recipients: some(recipients, 3),
    condition: { all: [literal(), { any: [literal(), literal()] }] },
    ...(index % 5 === 0 || index % 50 === 1 ? {} : { duties: [] }),
  });
  const clauses = Array.from({ length: 500 }, (_, index) => ({
    id: `1.c${index}`,
    title: said('clause'),
    sentences: [{ id: `1.c${index}.1`, text: said('sentence'), backings: [rule(index)] }],
  }));
  const rest = {
    id: '1.z',
    title: said('rest'),
    sentences: [{ id: '1.z.1', text: said('rest'), backings: [{ kind: 'rest' }] }],
  };
  return readPolicy({
    name: 'large',
    title: said('Large'),
    vocabulary: {
      languages: ['en'],
      actions: terms(actions),
      purposes: terms(purposes),
      categories: terms(categories),
      recipients: terms(recipients),
      facts: Object.fromEntries(
        facts.map((name) => [name, { label: said(name), from: name, audience: [] }]),
      ),
      duties: {},
      retentions: {},
      regions: {},
    },
    parts: [{ id: '1', title: said('One') }],
    clauses: [...clauses, rest],
    profiles: [],
  });
}
