import type { InUnit } from '../act/deed.ts';
import { AvowError } from '../fault.ts';
import { standingIn, versionBody } from '../register/version.ts';

/** Refuses to keep anything in a category that an announced version drops: by its date nothing may be left. */
export function mustNotEnd({ rows, now }: InUnit, categories: readonly string[]): void {
  const { coming } = standingIn(rows, now);
  if (coming === undefined) return;
  const drops = versionBody(coming).drops ?? [];
  const ending = categories.find((category) => drops.includes(category));
  if (ending === undefined) return;
  throw new AvowError(
    'AVOW_STATE',
    'the version that is announced drops this category, or how long it is kept',
    ending,
  );
}
