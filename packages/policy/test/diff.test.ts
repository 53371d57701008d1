import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clause,
  compile,
  definePolicy,
  diff,
  type Outcome,
  type Policy,
  permit,
  readPolicy,
  sentence,
  sentencesOf,
} from '../src/index.ts';
import { answer } from './reference/answer.ts';
import { facts, ingredients, policyOf, questions } from './reference/policies.ts';
import {
  covers,
  evaluate,
  type Facts,
  type Question,
  respectsAxioms,
  states,
} from './reference/semantics.ts';
import { inside, outsiders, preamble, shop, source, words } from './shop.ts';

/** The questions whose answers `to` permits and `from` refuses, in some state that `to` allows. */
function gained(from: Policy, to: Policy): readonly string[] {
  const [old, now] = [compile(from), compile(to)];
  const possible = states(facts).filter((state) => respectsAxioms(to, state));
  return named((question) =>
    possible.some(
      (state) => answer(now, question, state).permitted && !answer(old, question, state).permitted,
    ),
  );
}

/** The questions at which, in some state that `to` allows, both permit but `to` owes less for it. */
function owedLess(from: Policy, to: Policy): readonly string[] {
  const [old, now] = [compile(from), compile(to)];
  const possible = states(facts).filter((state) => respectsAxioms(to, state));
  const owed = (outcome: Outcome) => (outcome.permitted ? outcome.duties : []);
  return named((question) =>
    possible.some((state) => {
      const [was, is] = [answer(old, question, state), answer(now, question, state)];
      return is.permitted && owed(was).some((duty) => !owed(is).includes(duty));
    }),
  );
}

/** The questions at which, in some state that `to` allows, `from` promised something and `to` does not. */
function promisedLess(from: Policy, to: Policy): readonly string[] {
  const possible = states(facts).filter((state) => respectsAxioms(to, state));
  const promises = (policy: Policy, question: Question, state: Facts) =>
    sentencesOf(policy)
      .flatMap((sentence) => sentence.backings)
      .some(
        (one) =>
          one.kind === 'never' && covers(one, question) && evaluate(one.condition, state) === true,
      );
  return named((question) =>
    possible.some((state) => promises(from, question, state) && !promises(to, question, state)),
  );
}

function named(those: (question: Question) => boolean): readonly string[] {
  return questions.filter(those).map((question) => JSON.stringify(question));
}

/** The places that changes of some kinds name. */
function told(from: Policy, to: Policy, ...kinds: readonly string[]): readonly string[] {
  const places = diff(from, to).changes.flatMap((change) =>
    'places' in change && kinds.includes(change.kind) ? [change.places] : [],
  );
  return named((question) =>
    places.some(
      (box) =>
        box.actions.includes(question.action) &&
        box.purposes.includes(question.purpose) &&
        box.categories.includes(question.category) &&
        box.recipients.includes(question.recipient),
    ),
  );
}

describe('diff', () => {
  test('diff agrees with brute force', () => {
    const law = fc.property(ingredients, ingredients, fc.boolean(), (one, other, alike) => {
      const before = policyOf(one);
      // Often the later policy is the earlier one with a few rules more and less.
      const backings = [...one.backings.slice(1), ...other.backings.slice(0, 2)];
      const after = policyOf(alike ? { ...one, backings } : other);
      expect(told(before, after, 'possible', 'wider')).toEqual(gained(before, after));
      expect(told(before, after, 'impossible', 'narrower')).toEqual(gained(after, before));
      expect(told(before, after, 'duty-dropped')).toEqual(owedLess(before, after));
      expect(told(before, after, 'promise-less')).toEqual(promisedLess(before, after));
    });
    fc.assert(law, { numRuns: 150 });
  });

  test('a policy does not differ from itself', () => {
    fc.assert(
      fc.property(ingredients, (parts) => {
        const { changes, major } = diff(policyOf(parts), policyOf(parts));
        expect({ changes, major }).toEqual({ changes: [], major: false });
      }),
      { numRuns: 100 },
    );
    expect(diff(shop, readPolicy(JSON.stringify(shop))).texts).toEqual({
      added: [],
      removed: [],
      changed: [],
    });
  });
});

/** A copy of the shop's policy, changed as plain data. */
function changed(change: (policy: ReturnType<typeof JSON.parse>) => void): Policy {
  const copy = JSON.parse(JSON.stringify(shop));
  change(copy);
  return readPolicy(copy);
}

const kindsOf = (after: Policy, before: Policy = shop) =>
  diff(before, after).changes.map(({ kind, major }) => `${kind}${major ? '!' : ''}`);

describe('what diff tells', () => {
  test('what becomes possible, in sentences and in few words', () => {
    const text = { en: 'x', 'zh-CN': 'x' };
    const { fulfilment } = words.purpose;
    const rule = permit(words.action.sell)
      .of(words.category.contact)
      .to(words.recipient.carrier)
      .for(fulfilment);
    const clauses = [
      ...source.clauses,
      clause('2.z', { title: text }, sentence(text, rule.when(words.fact.serving))),
    ];
    const { changes, major, texts } = diff(shop, definePolicy({ ...source, clauses }));
    expect(changes).toEqual([
      {
        kind: 'possible',
        major: true,
        sentence: '2.z.1',
        places: {
          actions: ['sell'],
          purposes: ['fulfilment'],
          categories: ['contact.address', 'contact.phone'],
          recipients: ['carrier'],
        },
        facts: ['serving'],
        words: {
          en: 'New: it becomes possible to sell contact details (recipient: the carrier; purpose: fulfilment) when the party serves you now.',
          'zh-CN': '新增：当该方正在为您服务时，可以出售联系方式（接收方：承运人；目的：履约）。',
        },
      },
    ]);
    expect(major).toBe(true);
    expect(texts.added).toEqual(['2.z.1']);
  });

  test('a condition that is dropped, and one that is added', () => {
    const looser = changed((policy) => {
      policy.clauses[1].sentences[1].backings[0].condition = { fact: 'serving' };
    });
    expect(kindsOf(looser)).toEqual(['wider!']);
    expect(kindsOf(shop, looser)).toEqual(['narrower']);
  });

  test('a right of the Supplement that is less is major', () => {
    const less = definePolicy({ ...source, clauses: [preamble, outsiders, inside] });
    const { because } = diff(shop, less);
    expect(because.map(({ kind }) => kind)).toEqual(['impossible']);
    expect(because[0]?.words).toHaveProperty(
      'en',
      'Gone: it is no longer possible in any case to export any information (recipient: you; purpose: any); it was when you ask yourself.',
    );
  });

  test('a duty that is no longer owed, is gone, or may be done later', () => {
    expect(
      kindsOf(
        changed((policy) => {
          policy.clauses[1].sentences[0].backings[2].duties = [];
        }),
      ),
    ).toEqual(['duty-dropped!']);
    expect(
      kindsOf(
        changed((policy) => {
          policy.clauses[1].sentences[1].backings.pop();
        }),
      ),
    ).toEqual(['duty-gone!']);
    const later = changed((policy) => {
      policy.vocabulary.duties.notifyPerson.withinDays = 30;
    });
    expect(kindsOf(later)).toEqual(['duty-later!']);
    expect(kindsOf(shop, later)).toEqual(['duty-sooner']);
    const limited = changed((policy) => {
      policy.vocabulary.duties.notifyPerson.limits = { people: 200 };
    });
    const looser = changed((policy) => {
      policy.vocabulary.duties.notifyPerson.limits = { people: 201 };
    });
    expect(kindsOf(limited)).toEqual(['duty-stricter']);
    expect(kindsOf(looser, limited)).toEqual(['duty-looser!']);
    expect(kindsOf(limited, looser)).toEqual(['duty-stricter']);
    expect(kindsOf(shop, limited)).toEqual(['duty-looser!']);
  });

  test('what makes a fact of its own true', () => {
    const attested = (more: object) =>
      changed((policy) => {
        const fact = Object.values(policy.vocabulary.facts)[0] as { from: string };
        Object.assign(fact, { from: 'attestation' });
        Object.assign(fact, { attested: { signatures: 2, days: 1, recipient: true, ...more } });
      });
    const strict = attested({});
    expect(kindsOf(strict)).toEqual(['evidence-looser!']);
    for (const less of [{ signatures: 1 }, { days: 2 }, { recipient: false }]) {
      expect(kindsOf(attested(less), strict)).toEqual(['evidence-looser!']);
      expect(kindsOf(strict, attested(less))).toEqual(['evidence-stricter']);
    }
  });

  test('a promise that is gone or less', () => {
    expect(
      kindsOf(
        changed((policy) => {
          policy.clauses[2].sentences[1].backings = [{ kind: 'information' }];
        }),
      ),
    ).toEqual(['promise-gone!']);
    const less = changed((policy) => {
      policy.clauses[1].sentences[0].backings[1].actions = ['sell'];
    });
    expect(kindsOf(less)).toEqual(['promise-less!']);
    expect(kindsOf(shop, less)).toEqual([]);
  });

  test('what is kept longer, and for how long', () => {
    const longer = changed((policy) => {
      policy.vocabulary.retentions.short.days = 365;
    });
    expect(kindsOf(longer)).toEqual(['retention-longer!']);
    expect(diff(shop, longer).changes[0]?.words).toHaveProperty(
      'en',
      'Kept for another time, 365 days from collection (before: 180 days from collection): interests.',
    );
    expect(kindsOf(shop, longer)).toEqual(['retention-shorter']);
  });

  test('once, what is kept for the same other time, however many kinds of information', () => {
    const shorter = changed((policy) => {
      policy.vocabulary.categories.contact.retention = 'short';
    });
    const { changes } = diff(shop, shorter);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      about: { categories: ['contact.address', 'contact.phone'] },
      words: { en: expect.stringMatching(/: postal address and phone number\.$/) },
    });
  });

  test('what becomes public, and what is public no longer', () => {
    const opened = changed((policy) => {
      policy.vocabulary.categories.interest.public = true;
    });
    expect(kindsOf(opened)).toEqual(['public-new!']);
    expect(diff(shop, opened).changes[0]).toMatchObject({
      about: { categories: ['interest'] },
      words: { en: 'Public from now on, and read without a decision: interests.' },
    });
    expect(kindsOf(shop, opened)).toEqual(['public-gone']);
  });

  test('what is read through the platform alone, and what is no longer', () => {
    const through = changed((policy) => {
      policy.vocabulary.categories.interest.online = true;
    });
    expect(kindsOf(through)).toEqual(['online-new']);
    expect(kindsOf(shop, through)).toEqual(['online-gone!']);
    expect(diff(through, shop).changes[0]).toMatchObject({ about: { categories: ['interest'] } });
  });

  test('a new recipient and a new region, and "any" that reaches a new category', () => {
    const label = { en: 'x', 'zh-CN': 'x' };
    expect(
      kindsOf(
        changed((policy) => {
          policy.vocabulary.recipients.broker = { label };
        }),
      ),
    ).toEqual(['recipient-new!']);
    expect(
      kindsOf(
        changed((policy) => {
          policy.vocabulary.regions.away = { label, country: 'DE' };
        }),
      ),
    ).toEqual(['region-new!']);
    const wider = changed((policy) => {
      policy.vocabulary.categories.face = { label };
    });
    expect(kindsOf(wider)).toEqual(expect.arrayContaining(['possible!']));
    const finer = changed((policy) => {
      policy.vocabulary.categories['interest.music'] = { label };
    });
    expect(kindsOf(finer)).toEqual([]);
  });

  test('a sentence that is put better is no major change', () => {
    const reworded = changed((policy) => {
      policy.clauses[0].sentences[1].text.en = 'Take your time.';
    });
    const { major, texts } = diff(shop, reworded);
    expect(major).toBe(false);
    expect(texts.changed.map(({ id }) => id)).toEqual(['P.2']);
  });
});
