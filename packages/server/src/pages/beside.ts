import { type Backing, findSentence, type Policy, type Proof } from '@avow/policy';
import type { MonthTold, Tally } from 'avow';
import { countWords } from '../few.ts';
import { html, type Markup, none } from '../look/index.ts';
import { backingLine } from './backing.ts';
import { type BackingKind, policyPageWords } from './policy-words.ts';
import { proofsOf } from './proofs.ts';

/** What stands beside each sentence: what it did this month, and, to be unfolded, what keeps it. */
export function besideSentences(
  policy: Policy,
  language: string,
  { isWhole, tallies }: MonthTold,
): (sentence: string) => string {
  const proofs = proofsOf(policy);
  const done = new Map(tallies.map((tally) => [tally.sentence, tally]));
  return (id) => {
    const backings = findSentence(policy, id)?.backings ?? [];
    const proofOf = (at: number) => proofs.get(`${id}:${at}`);
    return String(
      html`<div class="sentence-beside">${isWhole ? did(done.get(id), language) : none}${kept(
        backings,
        proofOf,
        policy,
        language,
      )}</div>`,
    );
  };
}

function did(tally: Tally | undefined, language: string): Markup {
  if (tally === undefined) return none;
  const words = policyPageWords(language);
  const { permitted, refused } = tally;
  const number = (count: number) => countWords(count, language);
  const said = [
    ...(permitted > 0 ? [words.permitted(number(permitted))] : []),
    ...(refused > 0 ? [words.refused(number(refused))] : []),
  ];
  return html`<p>${words.thisMonth}<strong>${said.join(words.comma)}</strong></p>`;
}

function kept(
  backings: readonly Backing[],
  proofOf: (at: number) => Proof | undefined,
  policy: Policy,
  language: string,
): Markup {
  const words = policyPageWords(language);
  const kinds = new Set(backings.map((backing, at) => kindOf(backing, proofOf(at))));
  if (kinds.size === 1 && kinds.has('information')) {
    return html`<p>${words.kinds.information}</p>`;
  }
  kinds.delete('information');
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  const said = listed.format([...kinds].map((kind) => words.kinds[kind]));
  return html`<details><summary>${words.keptBy(said)}</summary><ul>${backings.map((each, at) =>
    backingLine(each, proofOf(at), policy, language),
  )}</ul></details>`;
}

/** A backing as readers tell it apart: whether a rule permits or forbids, its own words say. */
export function kindOf(backing: Backing, proof: Proof | undefined): BackingKind {
  switch (backing.kind) {
    case 'permit':
    case 'forbid':
    case 'rest':
      return 'rule';
    case 'never':
      return proof?.kind === 'proven' ? 'proven' : 'broken';
    case 'enforced':
      return 'tested';
    case 'duty':
      return 'duty';
    case 'information':
      return 'information';
  }
}
