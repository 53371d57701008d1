import { type Policy, sentencesOf } from '../model/policy.ts';
import { attestations } from './attestations.ts';
import { change } from './change.ts';
import type { Change } from './difference.ts';
import { duties } from './duties.ts';
import { retentions } from './retentions.ts';
import { comings, openings, readings } from './words.ts';

/** What changed in the words themselves, and in what is promised and owed across decisions. */
export function compareTerms(before: Policy, after: Policy): readonly Change[] {
  return [
    ...retentions(before.vocabulary, after.vocabulary),
    ...duties(before, after),
    ...attestations(before.vocabulary, after.vocabulary),
    ...enforcedPromises(before, after),
    ...comings(before.vocabulary, after.vocabulary, 'recipients'),
    ...comings(before.vocabulary, after.vocabulary, 'regions'),
    ...openings(before.vocabulary, after.vocabulary),
    ...readings(before.vocabulary, after.vocabulary),
  ];
}

/** An enforced promise is known by its test: its text may be put better. */
function enforcedPromises(before: Policy, after: Policy): readonly Change[] {
  const kept = new Set(enforced(after).map(({ test }) => test));
  return enforced(before)
    .filter(({ test }) => !kept.has(test))
    .map(({ sentence, text }) =>
      change('promise-gone', true, after.vocabulary, (phrases, language) =>
        phrases.promiseGone(sentence, text[language] ?? ''),
      ),
    );
}

function enforced(policy: Policy) {
  return sentencesOf(policy).flatMap(({ id, backings }) =>
    backings.flatMap((one) => (one.kind === 'enforced' ? [{ ...one, sentence: id }] : [])),
  );
}
