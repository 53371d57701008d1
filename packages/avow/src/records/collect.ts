import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { Question } from '../act/question.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { fieldsOf } from '../door/fields.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPartyId, asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import { word, wordList } from '../door/words.ts';
import type { Acts, Collecting } from '../face/acts.ts';
import type { PartyId } from '../face/ids.ts';
import { classesOf, finderLocks, type Keeping, keep, keepReads } from './keep.ts';

/** Keeps values of a person, sealed: if the taking in *and* the keeping are permitted, all; else nothing. */
export function collectWith(deployment: Deployment): Acts<Words>['collect'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const words = policy.current().policy.vocabulary;
    const keeping = keepingOf(what, words);
    const categories = [...keeping.fields.keys()];
    const questions = questionsOf(what, keeping, words);
    const request = repeatable(what, 'collect', {
      questions: questions.map((question) => ({ ...question })),
      fields: Object.fromEntries(keeping.fields),
      findBy: [...keeping.findBy].sort(),
    });
    return perform(
      deployment,
      () => ({
        person: keeping.person,
        questions,
        lock: 'exclusive',
        locks: finderLocks(vault, keeping),
        reads: keepReads(vault, keeping),
        seals: (words) => classesOf(keeping, words),
        apply: (unit) => ({ value: { categories }, ...keep(vault, keeping, unit) }),
      }),
      { ...request, value: () => ({ categories }) },
    );
  };
}

function keepingOf(what: Collecting<Words>, words: Words): Keeping {
  const fields = fieldsOf(what.fields, words);
  const findBy = what.findBy?.length ? wordList('findBy', what.findBy, 'categories', words) : [];
  for (const category of findBy) {
    if (!fields.has(category)) throw malformed('findBy', 'must name fields that are collected');
  }
  const source = sourceOf(what.source);
  return {
    person: asPersonId(what.person),
    fields,
    source: typeof source === 'string' ? source : source.party,
    findBy: new Set(findBy),
  };
}

/** Where the values come from decides which act the taking in is; keeping them is an act of its own. */
function questionsOf(
  what: Collecting<Words>,
  { person, fields }: Keeping,
  words: Words,
): [Question, ...Question[]] {
  const source = sourceOf(what.source);
  const about = { person, categories: [...fields.keys()], to: 'platform' } as const;
  const from = typeof source === 'string' ? {} : { from: source.party };
  const purpose = word('purpose', what.purpose, 'purposes', words);
  return [
    { ...about, ...from, action: actionOf(source), purpose },
    { ...about, action: actions.store, purpose: purposes.keeping },
  ];
}

type Source = 'person' | 'device' | { readonly party: PartyId };

function sourceOf(source: Source = 'person'): Source {
  if (source === 'person' || source === 'device') return source;
  if (typeof source !== 'object' || source === null) {
    throw malformed('source', "must be 'person', 'device' or a party");
  }
  return { party: asPartyId(source.party, 'source.party') };
}

function actionOf(source: Source): string {
  if (source === 'person') return actions.fromPerson;
  return source === 'device' ? actions.fromDevice : actions.fromParty;
}
