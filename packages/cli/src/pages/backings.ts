import type { Backing, Clause } from '@avow/policy';
import { count } from '../words/number.ts';

/** What stands behind the sentences of a clause, counted: `4 rules, 1 promise`. */
export function backingsTold({ sentences }: Clause): string {
  const kinds = sentences.flatMap(({ backings }) => backings.map(kindOf));
  const tally = nouns.flatMap((noun) => {
    const some = kinds.filter((kind) => kind === noun).length;
    return some === 0 ? [] : [noun === 'information' ? noun : told(some, noun)];
  });
  return tally.join(', ');
}

const nouns = ['rule', 'promise', 'duty', 'refusal of the rest', 'information'] as const;

function kindOf(backing: Backing): (typeof nouns)[number] {
  switch (backing.kind) {
    case 'permit':
    case 'forbid':
      return 'rule';
    case 'never':
    case 'enforced':
      return 'promise';
    case 'duty':
      return 'duty';
    case 'rest':
      return 'refusal of the rest';
    case 'information':
      return 'information';
  }
}

function told(some: number, noun: (typeof nouns)[number]): string {
  if (noun === 'refusal of the rest') return `the ${noun}`;
  return noun === 'duty' ? count(some, noun, 'duties') : count(some, noun);
}
