import type { Words } from '@avow/policy';
import type { AuditedChange } from '@avow/vault';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { closing } from '../disclosures/closing.ts';
import { classThen, onChoices, restsOn } from '../disclosures/resting.ts';
import { type Ended, endedOf } from '../disclosures/running.ts';
import type { Choice } from '../face/consents.ts';
import { type DisclosureRecord, disclosureFrom, openDisclosures } from '../register/disclosure.ts';
import { engagementsOf } from '../register/engagement.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** What a no closes of what was handed over on an earlier yes. */
interface Closes {
  readonly reads: readonly ReadOf<'evidence'>[];
  in(
    rows: Rows,
    now: number,
  ): { readonly changes: readonly AuditedChange[]; readonly ended: Ended };
}

/** Whatever a choice speaks of, as far as it takes a permission away. */
type Said = Pick<Choice<Words>, 'person' | 'party' | 'action' | 'purposes' | 'categories'>;

/**
 * Finds what a party was handed that rests on the person's permission for just this and on nothing else.
 * A no closes it for good: a permission that is given again later is for what is handed over then.
 */
export function closedBy({ policy }: Deployment, said: Said): Closes {
  const { person, party } = said;
  if (party === 'platform') {
    return { reads: [], in: () => ({ changes: [], ended: [] }) };
  }
  const handed = openDisclosures(person, party);
  return {
    reads: [engagementsOf(party), handed],
    in(rows, now) {
      const edition = policy.current();
      const closed = rows
        .of(handed)
        .map(disclosureFrom)
        .filter((each) => speaksOf(said, each))
        .filter((each) => restsOn(edition, each, classThen(rows, each), onChoices));
      const words = edition.policy.vocabulary;
      return {
        changes: closed.map((each) => closing(each, 'withdrawn', now, words)),
        ended: endedOf(closed),
      };
    },
  };
}

function speaksOf({ action, purposes, categories }: Said, handed: DisclosureRecord): boolean {
  return (
    (action === handed.action || action === actions.open) &&
    purposes.includes(handed.purpose) &&
    handed.categories.some((category) => categories.includes(category))
  );
}
