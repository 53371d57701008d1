import type { Console } from '../../web/visit.ts';
import type { AnyHold } from './hold.ts';

/** As many as are read at a time. */
const PAGE = 1_000;

/** Came back with a restore, without its document: it stands over everything until somebody has looked. */
export const isUnverified = ({ verifiedBy }: AnyHold): boolean => verifiedBy === undefined;

/** How many of the holds that stand nobody has verified. */
export async function unverifiedHolds({ holds }: Console['avow']): Promise<number> {
  let count = 0;
  let page = await holds.standing({ limit: PAGE });
  for (;;) {
    count += page.filter(isUnverified).length;
    const after = page.at(-1)?.hold;
    if (page.length < PAGE || after === undefined) return count;
    page = await holds.standing({ limit: PAGE, after });
  }
}
