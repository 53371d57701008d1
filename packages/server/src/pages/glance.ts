import { type Policy, sentencesOf } from '@avow/policy';
import type { MonthTold } from 'avow';
import { countWords, isFew } from '../few.ts';
import { type Figure, figures, type Markup, monthInWords } from '../look/index.ts';
import { kindOf } from './beside.ts';
import { policyPageWords } from './policy-words.ts';
import { proofsOf } from './proofs.ts';

/** The policy at a glance: how many sentences, what became of its promises, what it decided this month. */
export function atAGlance(policy: Policy, language: string, told: MonthTold): Markup {
  const words = policyPageWords(language);
  const number = (count: number) => count.toLocaleString(language);
  const sentences = sentencesOf(policy);
  const proofs = proofsOf(policy);
  const kinds = sentences.flatMap(({ id, backings }) =>
    backings.map((each, at) => kindOf(each, proofs.get(`${id}:${at}`))),
  );
  const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
  const [proven, tested, broken] = [count('proven'), count('tested'), count('broken')];
  return figures([
    { value: number(sentences.length), of: words.sentences, more: words.each },
    {
      value: number(proven + tested + broken),
      of: words.promises,
      more:
        broken === 0 ? words.kept(number(proven), number(tested)) : words.broken(number(broken)),
    },
    month(told, language),
  ]);
}

function month({ month, isWhole, permitted, refused }: MonthTold, language: string): Figure {
  const words = policyPageWords(language);
  const of = words.inMonth(monthInWords(Date.parse(`${month}-01T00:00Z`), language));
  if (!isWhole) return { value: '…', of, more: words.counting };
  const number = (count: number) => countWords(count, language);
  const value = number(permitted + refused);
  // The sum and one part would say the other.
  if (isFew(permitted) || isFew(refused)) return { value, of };
  return {
    value,
    of,
    more: `${words.permitted(number(permitted))}${words.comma}${words.refused(number(refused))}`,
  };
}
