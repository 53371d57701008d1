import { kinds, type Words } from '../model/words.ts';

/** The words of both policies; where both have one, as the later policy has it. */
export function unite(before: Words, after: Words): Words {
  const united = kinds.map((kind) => [kind, { ...before[kind], ...after[kind] }]);
  return { languages: after.languages, ...Object.fromEntries(united) } as Words;
}
