import { purposes } from '../conventions.ts';
import type { Deed } from './deed.ts';

/**
 * Whether a deed is all for what law asks. Only such a one may open anything of somebody whose erasure a
 * legal hold keeps waiting; whether it may is decided by the policy as ever.
 */
export function isForLaw({ questions }: Pick<Deed<unknown>, 'questions'>): boolean {
  return questions.every(({ purpose }) => purpose === purposes.law);
}
