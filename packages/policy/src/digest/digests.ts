import { type Axioms, axioms } from '../compile/axioms.ts';
import { cubes } from '../compile/cubes.ts';
import type { Cookie } from '../model/cookie.ts';
import { type Policy, sentencesOf } from '../model/policy.ts';
import {
  dimensions,
  leafWords,
  type Never,
  type Rule,
  type Scope,
  selects,
} from '../model/rule.ts';
import type { Backing } from '../model/sentence.ts';
import {
  type Kind,
  kinds,
  type Language,
  leaves,
  retentionOf,
  type Words,
} from '../model/words.ts';
import { type Canonical, canonical, compareBytes } from './canonical.ts';

/** SHA-256, from whoever has one: this package brings no hash of its own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * `meaning`: what the policy does. Changes when people have to be asked again, and not with texts,
 * labels, languages, numbering or order. `text`: what a person was shown, in each language.
 */
export interface Digests<V extends Words = Words> {
  readonly meaning: Uint8Array;
  readonly text: Readonly<Record<Language<V>, Uint8Array>>;
}

/**
 * The two digests of a policy. Each says in its first bytes what it is a digest of, and by which
 * version of the form.
 */
export function digests<V extends Words>(policy: Policy<V>, sha256: Sha256): Digests<V> {
  const digest = (label: string, value: Canonical) => sha256(canonical([label, value]));
  const text = policy.vocabulary.languages.map((language) => [
    language,
    digest('avow policy text 1', textOf(policy, language)),
  ]);
  return {
    meaning: digest('avow policy meaning 1', meaningOf(policy)),
    text: Object.fromEntries(text) as Digests<V>['text'],
  };
}

/** Title, parts, clauses and sentences as they stand, and the labels that the generated sections use. */
function textOf(policy: Policy, language: string): Canonical {
  const said = (text: Readonly<Record<string, string>>) => text[language]!;
  return {
    language,
    title: said(policy.title),
    parts: policy.parts.map(({ id, title }) => [id, said(title)]),
    clauses: policy.clauses.map(({ id, title, sentences }) => [
      id,
      said(title),
      sentences.map((sentence) => [sentence.id, said(sentence.text)]),
    ]),
    ...registerOf(policy, ([name, { label }]) => [name, said(label)]),
    labels: kinds.map((kind) =>
      Object.entries(policy.vocabulary[kind])
        .map(([name, { label }]) => [name, said(label)])
        .sort(([a], [b]) => (a! < b! ? -1 : 1)),
    ),
  };
}

/** The rules as sets of places and of cubes, whatever the way they are written; each backing once. */
function meaningOf(policy: Policy): Canonical {
  const words = policy.vocabulary;
  const backings = sentencesOf(policy).flatMap((sentence) => sentence.backings);
  const space: Space = { leaf: leafWords(words), axioms: axioms(words.facts) };
  return {
    words: asSet(kinds.flatMap((kind) => wordsOf(kind, words))),
    backings: asSet(backings.flatMap((backing) => backingOf(backing, space))),
    // Its text is words, and its test may move: of an enforced promise there remains that it is there.
    enforced: backings.filter(({ kind }) => kind === 'enforced').length,
    ...registerOf(policy, ([name, { label: _, ...cookie }]) => [name, meaningfulFields(cookie)]),
  };
}

/** The register of cookies in a digest. A policy that has none has the digests it had before there were any. */
function registerOf(
  { cookies }: Policy,
  say: (entry: readonly [string, Cookie]) => Canonical,
): { readonly [key: string]: Canonical } {
  return cookies === undefined ? {} : { cookies: asSet(Object.entries(cookies).map(say)) };
}

/**
 * The words that a question may use, and the others, without what only speaks of them: label, concept,
 * who may learn of it or bring it about. Inner words are gone: what they stood for is in the places.
 */
function wordsOf(kind: Kind, words: Words): readonly Canonical[] {
  const names =
    kind === 'categories' || kind === 'purposes' ? leaves(words[kind]) : Object.keys(words[kind]);
  return names.map((name) => {
    const own = words[kind][name] ?? {};
    const term = kind === 'categories' ? { ...own, retention: retentionOf(words, name) } : own;
    return [kind, name, meaningfulFields(term)];
  });
}

const speakingOnly = ['label', 'dpv', 'audience', 'obtainable'];

/** A field that is absent, false or an empty list says the same. */
function meaningfulFields(term: object): Canonical {
  const fields = Object.entries(term).flatMap(([field, value]): Canonical[] => {
    if (speakingOnly.includes(field) || value === undefined || value === false) return [];
    if (!Array.isArray(value)) return [[field, value]];
    return value.length === 0 ? [] : [[field, asSet(value)]];
  });
  return asSet(fields);
}

/** What a rule is written out in. */
interface Space {
  readonly leaf: ReturnType<typeof leafWords>;
  readonly axioms: Axioms;
}

function backingOf(backing: Backing, space: Space): readonly Canonical[] {
  switch (backing.kind) {
    case 'permit':
      return [['permit', placesOf(backing, space), whenOf(backing, space), asSet(backing.duties)]];
    case 'forbid':
    case 'never':
      return [[backing.kind, placesOf(backing, space), whenOf(backing, space)]];
    case 'duty':
      return [['duty', backing.duty]];
    case 'enforced':
    case 'information':
    case 'rest':
      return [];
  }
}

function placesOf(scope: Scope, { leaf }: Space): Canonical {
  return dimensions.map((dimension) =>
    leaf[dimension].filter((word) => selects(scope[dimension], word)),
  );
}

function whenOf({ kind, condition }: Rule | Never, { axioms: { bit, names } }: Space): Canonical {
  // A cube that contradicts itself means something in a prohibition only.
  const meant = cubes(condition, bit).filter(
    ({ pos, neg }) => kind === 'forbid' || (pos & neg) === 0n,
  );
  return asSet(meant.map(({ pos, neg }) => [names(pos), names(neg)]));
}

/** Sorted by canonical bytes (see {@link compareBytes}), each once. */
function asSet(values: readonly Canonical[]): Canonical {
  const sorted = values
    .map((value) => ({ value, bytes: canonical(value) }))
    .sort((a, b) => compareBytes(a.bytes, b.bytes));
  const isFirst = (at: number) =>
    at === 0 || compareBytes(sorted[at - 1]!.bytes, sorted[at]!.bytes) !== 0;
  return sorted.filter((_, at) => isFirst(at)).map(({ value }) => value);
}
