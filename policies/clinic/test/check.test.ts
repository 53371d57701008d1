import { check, compile, decide, masks, prove, sentencesOf } from '@avow/policy';
import { describe, expect, it } from 'vitest';
import { policy } from '../src/index.ts';

describe('the policy of a clinic', () => {
  it('leaves no sentence without backing, no rule without effect, no word without use', () => {
    expect(check(policy)).toEqual([]);
  });

  it('keeps every promise', () => {
    const proofs = prove(policy);
    expect(proofs.filter(({ kind }) => kind === 'broken')).toEqual([]);
    expect(proofs.filter(({ kind }) => kind === 'proven').length).toBeGreaterThan(15);
  });

  it('is written in both languages, and leaves no parameter open', () => {
    for (const { text } of sentencesOf(policy)) {
      expect(text['en']).toMatch(/^[A-Z].*\.$/);
      expect(text['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
    }
    expect(JSON.stringify(policy)).not.toMatch(/\{[a-zA-Z]+\}/);
  });

  it('says beside each sentence about a medical record what laws ask for, in both languages', () => {
    expect(policy.profiles.map(({ id }) => id)).toEqual(['PIPL', 'GDPR', 'HIPAA']);
    const sentences = new Set<string>(sentencesOf(policy).map(({ id }) => id));
    for (const { id, marks } of policy.profiles) {
      for (const [sentence, { note }] of Object.entries(marks)) {
        expect([id, sentence, sentences.has(sentence)]).toEqual([id, sentence, true]);
        expect(note?.['en']).toMatch(/^[A-Z§].*\.$/);
        expect(note?.['zh-CN']).toMatch(/。$/);
      }
    }
    // What leaves the clinic, or is kept of a patient's health, is marked under each law.
    for (const sentence of [
      '1.a.2',
      '2.b.2',
      '2.c.1',
      '3.b.1',
      '3.c.1',
      '3.d.1',
      '4.a.1',
      '5.a.1',
    ]) {
      const marked = policy.profiles.filter(({ marks }) => Object.hasOwn(marks, sentence));
      expect([sentence, marked.length]).toEqual([sentence, 3]);
    }
  });
});

const engine = compile(policy);
const cared = { treating: false, referred: false, emergency: false };

/** What it answers, where every fact that is not named is false. */
function answer(
  [action, purpose, category, recipient]: Parameters<typeof engine.cell>,
  known: Readonly<Record<string, boolean | undefined>>,
): string {
  const cell = engine.cell(action, purpose, category, recipient);
  const { known: true_, refuted } = masks(cell, (fact) =>
    Object.hasOwn(known, fact) ? known[fact] : false,
  );
  const outcome = decide(cell, true_, refuted);
  return `${outcome.permitted ? 'permitted' : 'refused'} by ${outcome.sentence}`;
}

describe('it answers', () => {
  const look = ['show', 'care.treatment', 'health.diagnosis', 'doctor'] as const;
  const rush = ['show', 'care.emergency', 'health.diagnosis', 'doctor'] as const;
  const bill = ['provide', 'billing', 'bill', 'insurer'] as const;
  const study = ['share', 'research', 'health.result', 'researcher'] as const;
  const engaged = { engaged: true, neededForPart: true };

  it.each([
    ['a doctor who treats', look, { treating: true }, 'permitted by 2.a.1'],
    ['a doctor who does not', look, {}, 'refused by 2.a.3'],
    ['nor where nobody can say', look, { ...cared, treating: undefined }, 'refused by 2.a.3'],
    ['one who is referred to', look, { referred: true }, 'permitted by 2.b.1'],
    ['an emergency that two signed', rush, { emergency: true }, 'permitted by 2.c.1'],
    ['the treating doctor needs none', rush, { treating: true }, 'refused by 1.a.1'],
    [
      'reception and a record',
      ['show', 'appointments', 'health.diagnosis', 'reception'],
      { treating: true, accepted: true },
      'refused by 1.a.1',
    ],
    ['the insurer and a bill', bill, { insured: true, ...engaged }, 'permitted by 3.b.1'],
    ['another insurer', bill, engaged, 'refused by 3.b.2'],
    [
      'the insurer and a diagnosis',
      ['provide', 'billing', 'health.diagnosis', 'insurer'],
      { insured: true, ...engaged },
      'refused by 3.b.2',
    ],
    ['research', study, engaged, 'refused by 1.a.1'],
    ['research on permission', study, { permitted: true, ...engaged }, 'permitted by 3.c.1'],
    ['erasing', ['erase', 'rights', 'kin.name', 'person'], { self: true }, 'permitted by 4.c.1'],
    [
      'erasing what law keeps',
      ['erase', 'rights', 'health.result', 'person'],
      { self: true, onHold: true },
      'refused by 4.c.2',
    ],
  ] as const)('%s', (_, asked, known, expected) => {
    expect(answer([...asked], known)).toBe(expected);
  });
});
