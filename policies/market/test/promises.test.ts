import { prove } from '@avow/policy';
import { describe, expect, it } from 'vitest';
import { policy } from '../src/index.ts';
import { altered } from './altered.ts';
import { promises } from './kept.ts';

const proofs = prove(policy);

it('keeps every promise it makes', () => {
  expect(proofs.filter(({ kind }) => kind === 'broken')).toEqual([]);
});

describe.each(promises)('$sentence: $promise', (kept) => {
  it('is proven over every decision', () => {
    const own = proofs.filter(({ sentence }) => sentence === kept.sentence);
    const proven = own.filter((proof) => proof.kind === 'proven');
    expect(proven.length).toBeGreaterThan(0);
    expect(proven.every((proof) => proof.situations > 0)).toBe(true);
    expect(own.flatMap((proof) => (proof.kind === 'enforced' ? [proof.test] : []))).toEqual(
      kept.enforcedBy === undefined ? [] : [kept.enforcedBy],
    );
  });

  it(`is broken when ${kept.mistake}`, () => {
    const examples = prove(altered(kept.made)).flatMap((proof) =>
      proof.sentence === kept.sentence && proof.kind === 'broken' ? [proof.counterexample] : [],
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const { facts, words } of examples) {
      expect(facts).toEqual(kept.facts);
      for (const language of policy.vocabulary.languages) {
        for (const name of kept.names) expect(words[language]).toContain(name[language]);
      }
    }
  });
});
