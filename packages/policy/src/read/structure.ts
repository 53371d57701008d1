import type { Fault } from '../fault.ts';
import { factsIn } from '../model/condition.ts';
import { type Policy, partOf, sentencesOf } from '../model/policy.ts';
import { dimensions, type Scope } from '../model/rule.ts';
import type { Backing, Sentence } from '../model/sentence.ts';
import type { Kind, Words } from '../model/words.ts';
import { cookieFaults } from './cookies.ts';
import { textFaults } from './text.ts';
import { wordFaults } from './words.ts';

/** Everything structurally wrong with a policy that has the shape of one. */
export function structureFaults(policy: Policy): readonly Fault[] {
  return [
    ...wordFaults(policy.vocabulary),
    ...headingFaults(policy),
    ...numberFaults(policy),
    ...sentencesOf(policy).flatMap((sentence) => sentenceFaults(sentence, policy.vocabulary)),
    ...restFaults(policy),
    ...cookieFaults(policy.cookies ?? {}, policy.vocabulary),
    ...profileFaults(policy),
  ];
}

function headingFaults(policy: Policy): readonly Fault[] {
  const { languages } = policy.vocabulary;
  return [
    ...textFaults(policy.title, languages, 'title'),
    ...policy.parts.flatMap(({ id, title }) => textFaults(title, languages, `part ${id}`)),
    ...policy.clauses.flatMap(({ id, title }) => textFaults(title, languages, `clause ${id}`)),
  ];
}

const partId = /^[A-Z0-9]+$/;
const clauseId = /^[A-Z0-9]+(\.[a-z0-9]+)*$/;

function numberFaults(policy: Policy): readonly Fault[] {
  const faults: Fault[] = [];
  for (const id of twice(policy.parts.map((part) => part.id))) {
    faults.push({ where: `part ${id}`, what: 'stands twice' });
  }
  for (const { id } of policy.parts) {
    if (!partId.test(id)) faults.push({ where: `part ${id}`, what: 'an id is capitals or digits' });
  }
  // Sentence ids too: clause "2" with a first sentence and clause "2.1" would both give "2.1".
  const ids = policy.clauses.flatMap(({ id, sentences }) => [
    id,
    ...sentences.map((one) => one.id),
  ]);
  for (const id of twice(ids)) faults.push({ where: `clause ${id}`, what: 'stands twice' });
  for (const { id, sentences } of policy.clauses) {
    const where = `clause ${id}`;
    if (!clauseId.test(id))
      faults.push({ where, what: 'an id is its part and its number, as 2.a' });
    if (partOf(policy, id) === undefined)
      faults.push({ where, what: 'its part is not among the parts' });
    if (sentences.some((one, index) => one.id !== `${id}.${index + 1}`)) {
      faults.push({ where, what: 'its sentences are not numbered in their order' });
    }
  }
  return faults;
}

function twice(ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}

function sentenceFaults({ id, text, backings }: Sentence, words: Words): readonly Fault[] {
  const where = `sentence ${id}`;
  return [
    ...textFaults(text, words.languages, where),
    ...backings.flatMap((backing) => backingFaults(backing, words, where)),
  ];
}

function backingFaults(backing: Backing, words: Words, where: string): readonly Fault[] {
  switch (backing.kind) {
    case 'permit':
      return [
        ...scopeFaults(backing, words, where),
        ...unknown(factsIn(backing.condition), 'facts', words, where),
        ...unknown(backing.duties, 'duties', words, where),
      ];
    case 'forbid':
    case 'never':
      return [
        ...scopeFaults(backing, words, where),
        ...unknown(factsIn(backing.condition), 'facts', words, where),
      ];
    case 'enforced':
      return [
        ...textFaults(backing.text, words.languages, where),
        ...(backing.test === '' ? [{ where, what: 'an enforced promise names its test' }] : []),
      ];
    case 'duty':
      return unknown([backing.duty], 'duties', words, where);
    case 'information':
    case 'rest':
      return [];
  }
}

function scopeFaults(scope: Scope, words: Words, where: string): readonly Fault[] {
  return dimensions.flatMap((dimension) => {
    const selection = scope[dimension];
    if (selection === 'any') return [];
    if (selection.length === 0) return [{ where, what: `a rule names no ${dimension}` }];
    return unknown(selection, dimension, words, where);
  });
}

function unknown(
  names: Iterable<string>,
  kind: Kind,
  words: Words,
  where: string,
): readonly Fault[] {
  return [...names]
    .filter((name) => !Object.hasOwn(words[kind], name))
    .map((name) => ({ where, what: `"${name}" is not among the ${kind}` }));
}

function restFaults(policy: Policy): readonly Fault[] {
  const backings = sentencesOf(policy).flatMap((sentence) => sentence.backings);
  const count = backings.filter((backing) => backing.kind === 'rest').length;
  if (count === 1) return [];
  const what = `exactly one sentence is backed by refuseTheRest(), here ${count}`;
  return [{ where: 'policy', what }];
}

function profileFaults(policy: Policy): readonly Fault[] {
  const sentences = new Set<string>(sentencesOf(policy).map(({ id }) => id));
  return policy.profiles.flatMap(({ id, marks }) =>
    Object.entries(marks).flatMap(([sentence, { note }]) => {
      const where = `profile ${id}, ${sentence}`;
      const missing = sentences.has(sentence) ? [] : [{ where, what: 'there is no such sentence' }];
      return [...missing, ...textFaults(note, policy.vocabulary.languages, where)];
    }),
  );
}
