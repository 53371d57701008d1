import type { AuditedChange } from '@avow/vault';
import { classes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { closing } from '../disclosures/closing.ts';
import { onEngagements, restsOn } from '../disclosures/resting.ts';
import { runningIn, watch } from '../disclosures/running.ts';
import type { Running } from '../face/disclosures.ts';
import type { OrderId, PersonId } from '../face/ids.ts';
import { openDisclosures } from '../register/disclosure.ts';
import { engagementsOf, newestEngagement } from '../register/engagement.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/**
 * The most disclosures whose keys one closing of an order destroys, so that it fits into one entry of the
 * log. More than that opens nothing either: that the order is closed is decided on each time.
 */
const MOST_CLOSED = 200;

/** What an order closes of what was handed over for it. */
export interface HandedFor {
  readonly reads: readonly ReadOf<'evidence'>[];
  isStale(rows: Rows): boolean;
  in(
    rows: Rows,
    now: number,
  ): { readonly changes: readonly AuditedChange[]; readonly running: readonly Running[] };
}

/** Finds what those who serve an order were handed for it, about its sides, as their service needs. */
export async function handedFor(
  { vault, policy }: Deployment,
  order: OrderId,
  people: readonly PersonId[],
  parties: readonly string[],
): Promise<HandedFor> {
  const pairs = parties.flatMap((party) => people.map((person) => openDisclosures(person, party)));
  const watched = await watch(vault, pairs, (each) => each.order === order);
  const engaged = parties.map(engagementsOf);
  return {
    reads: [...engaged, ...watched.reads],
    isStale: watched.isStale,
    in(rows, now) {
      const edition = policy.current();
      const ended = watched.among(rows, now).filter(([each]) => {
        const recipient = newestEngagement(rows, each.party)?.as ?? classes.unrelated;
        return restsOn(edition, each, recipient, onEngagements);
      });
      const words = edition.policy.vocabulary;
      return {
        changes: ended.slice(0, MOST_CLOSED).map(([each]) => closing(each, 'ended', now, words)),
        running: runningIn(ended),
      };
    },
  };
}
