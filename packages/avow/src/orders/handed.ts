import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { closing } from '../disclosures/closing.ts';
import { classThen, onEngagements, restsOn } from '../disclosures/resting.ts';
import { type Ended, endedOf } from '../disclosures/running.ts';
import type { OrderId, PersonId } from '../face/ids.ts';
import { disclosureFrom, openDisclosures } from '../register/disclosure.ts';
import { engagementsOf } from '../register/engagement.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/**
 * The most disclosures whose keys one closing of an order destroys, so that it fits into one entry of the
 * log. More than that opens nothing either: that the order is closed is decided on each time.
 */
const MOST_CLOSED = 200;

/** What an order closes of what was handed over for it. */
interface HandedFor {
  readonly reads: readonly ReadOf<'evidence'>[];
  in(
    rows: Rows,
    now: number,
  ): { readonly changes: readonly AuditedChange[]; readonly ended: Ended };
}

/** Finds what those who serve an order were handed for it, about its sides, as their service needs. */
export function handedFor(
  { policy }: Deployment,
  order: OrderId,
  people: readonly PersonId[],
  parties: readonly string[],
): HandedFor {
  const pairs = parties.flatMap((party) => people.map((person) => openDisclosures(person, party)));
  return {
    reads: [...parties.map(engagementsOf), ...pairs],
    in(rows, now) {
      const edition = policy.current();
      const handed = pairs.flatMap((read) => rows.of(read)).map(disclosureFrom);
      const ended = handed.filter((each) => {
        if (each.order !== order) return false;
        return restsOn(edition, each, classThen(rows, each), onEngagements);
      });
      const words = edition.policy.vocabulary;
      return {
        changes: ended.slice(0, MOST_CLOSED).map((each) => closing(each, 'ended', now, words)),
        ended: endedOf(ended),
      };
    },
  };
}
