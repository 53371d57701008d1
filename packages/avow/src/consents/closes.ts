import type { Words } from '@avow/policy';
import type { AuditedChange } from '@avow/vault';
import { actions, classes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { closing } from '../disclosures/closing.ts';
import { onChoices, restsOn } from '../disclosures/resting.ts';
import { runningIn, watch } from '../disclosures/running.ts';
import type { Choice } from '../face/consents.ts';
import type { Running } from '../face/disclosures.ts';
import { type DisclosureRecord, openDisclosures } from '../register/disclosure.ts';
import { engagementsOf, newestEngagement } from '../register/engagement.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** What a no closes of what was handed over on an earlier yes. */
export interface Closes {
  readonly reads: readonly ReadOf<'evidence'>[];
  /** Whether more was handed over since: then the change is to be asked anew. */
  isStale(rows: Rows): boolean;
  in(
    rows: Rows,
    now: number,
  ): { readonly changes: readonly AuditedChange[]; readonly running: readonly Running[] };
}

/** Whatever a choice speaks of, as far as it takes a permission away. */
type Said = Pick<Choice<Words>, 'person' | 'party' | 'action' | 'purposes' | 'categories'>;

/**
 * Finds what a party was handed that rests on the person's permission for just this and on nothing else.
 * A no closes it for good: a permission that is given again later is for what is handed over then.
 */
export async function closedBy({ vault, policy }: Deployment, said: Said): Promise<Closes> {
  const { person, party } = said;
  if (party === 'platform') {
    return { reads: [], isStale: () => false, in: () => ({ changes: [], running: [] }) };
  }
  const engaged = engagementsOf(party);
  const watched = await watch(vault, [openDisclosures(person, party)], (each) =>
    speaksOf(said, each),
  );
  return {
    reads: [engaged, ...watched.reads],
    isStale: watched.isStale,
    in(rows, now) {
      const edition = policy.current();
      const recipient = newestEngagement(rows, party)?.as ?? classes.unrelated;
      const among = watched
        .among(rows, now)
        .filter(([each]) => restsOn(edition, each, recipient, onChoices));
      const words = edition.policy.vocabulary;
      return {
        changes: among.map(([each]) => closing(each, 'withdrawn', now, words)),
        running: runningIn(among),
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
