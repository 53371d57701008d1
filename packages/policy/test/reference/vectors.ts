import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { digests, type Policy, readPolicy } from '../../src/index.ts';
import { shop } from '../shop.ts';
import { facts, ingredients, knowledge, policyOf, questions } from './policies.ts';
import { decideByReference, type Facts, type Question } from './semantics.ts';

/**
 * Writes `vectors/policy`: policies, questions, and the answers of the reference semantics (the engine
 * has no part in them). Run it only to add vectors: those that are there are fixed.
 *
 *     node packages/policy/test/reference/vectors.ts
 */
const folder = new URL('../../../../vectors/policy/', import.meta.url);
const seed = 20_261_123;

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function write(
  name: string,
  about: string,
  policy: Policy,
  asked: readonly (readonly [Question, Facts])[],
) {
  const { meaning, text } = digests(policy, sha256);
  const cases = asked.map(([question, known]) => {
    const named = (value: boolean) => Object.keys(known).filter((fact) => known[fact] === value);
    const answer = decideByReference(policy, question, known);
    return { ...question, true: named(true), false: named(false), answer };
  });
  const textDigests = Object.fromEntries(
    Object.entries(text).map(([language, digest]) => [language, hex(digest)]),
  );
  const vector = { about, policy, digests: { meaning: hex(meaning), text: textDigests }, cases };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(vector, null, 1)}\n`);
}

mkdirSync(folder, { recursive: true });

/** One policy of the generator's vocabulary, with these backings. */
const only = (...backings: Parameters<typeof policyOf>[0]['backings']) =>
  policyOf({ backings, axioms: [], obtainable: [] });
const everywhere = {
  actions: 'any',
  purposes: 'any',
  categories: 'any',
  recipients: 'any',
} as const;
const inner = { ...everywhere, purposes: ['service'], categories: ['contact'] } as const;
const a = { fact: 'a' };
const always = { all: [] };
const threeWays: readonly Facts[] = [{ a: true }, { a: false }, {}];

write(
  'contradiction',
  'A prohibition whose condition contradicts itself stands while its fact is unknown.',
  only(
    { kind: 'permit', ...everywhere, condition: always, duties: [] },
    { kind: 'forbid', ...everywhere, condition: { all: [a, { not: a }] } },
  ),
  threeWays.map((known) => [questions[0]!, known]),
);
write(
  'excluded-middle',
  'A permit on "a or not a" counts only once it is known which.',
  only({ kind: 'permit', ...everywhere, condition: { any: [a, { not: a }] }, duties: ['tell'] }),
  threeWays.map((known) => [questions[0]!, known]),
);
write(
  'inner-words',
  'A rule that names inner words speaks of all below them and of nothing beside them.',
  only({ kind: 'permit', ...inner, condition: always, duties: [] }),
  questions.map((question) => [question, {}]),
);
write(
  'empty-conditions',
  'An empty conjunction always holds, an empty disjunction never.',
  only(
    { kind: 'forbid', ...everywhere, condition: { any: [] } },
    { kind: 'permit', ...inner, condition: { any: [] }, duties: [] },
    { kind: 'permit', ...everywhere, condition: always, duties: [] },
  ),
  questions.map((question) => [question, {}]),
);
write(
  'shop',
  'The policy of a small shop, in two languages.',
  readPolicy(JSON.stringify(shop)),
  ['accepted', 'permitted', 'refused', 'serving', 'self', undefined].flatMap((one) =>
    [true, false].map((others): readonly [Question, Facts] => [
      {
        action: 'provide',
        purpose: 'service.marketing',
        category: 'interest',
        recipient: 'unrelated',
      },
      Object.fromEntries(
        ['accepted', 'permitted', 'refused', 'serving', 'self'].map((fact) => [
          fact,
          fact === one ? undefined : others !== (fact === 'refused'),
        ]),
      ),
    ]),
  ),
);
const random = fc.sample(
  fc.tuple(
    ingredients,
    fc.array(fc.tuple(fc.constantFrom(...questions), knowledge), { minLength: 24, maxLength: 24 }),
  ),
  { numRuns: 60, seed },
);
const lively = random.filter(([parts]) => parts.backings.length >= 4).slice(0, 12);
for (const [index, [parts, asked]] of lively.entries()) {
  write(
    `generated-${String(index + 1).padStart(2, '0')}`,
    `Generated over the facts ${facts.join(', ')}.`,
    policyOf(parts),
    asked,
  );
}
