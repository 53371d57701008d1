import type { PartyId } from 'avow';
import type { AnyAvow, Console } from '../../web/visit.ts';
import { runningOf } from '../parties.ts';

/** Among how many parties those of a class are looked for: there are never many of either. */
const most = 1_000;

/** Those who are engaged as something at this moment. */
export async function engagedAs(
  { avow, now = Date.now }: Pick<Console, 'avow' | 'now'>,
  wanted: string,
): Promise<readonly PartyId[]> {
  const found: PartyId[] = [];
  for await (const party of everyone(avow)) {
    if (runningOf(party, now()).some(({ as }) => as === wanted)) found.push(party.party);
  }
  return found;
}

async function* everyone({ parties }: AnyAvow) {
  const limit = 100;
  let after: PartyId | undefined;
  for (let seen = 0; seen < most; seen += limit) {
    const page = await parties.everyone({ limit, ...(after && { after }) });
    yield* page;
    if (page.length < limit) return;
    after = page.at(-1)?.party;
  }
}
