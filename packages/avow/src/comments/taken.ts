import type { Words } from '@avow/policy';
import { commentCategory } from '../conventions.ts';

/** Whether a policy of these words takes comments: one that has no word for them has no page for them either. */
export const takesComments = ({ categories }: Words): boolean =>
  Object.hasOwn(categories, commentCategory);
