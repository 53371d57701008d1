import { isOnline, type Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import { unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { malformed } from '../door/text.ts';
import { wordList } from '../door/words.ts';
import type { Disclosed } from '../face/acts.ts';
import type { Disclosures } from '../face/disclosures.ts';
import type { PersonId } from '../face/ids.ts';
import { openAll } from '../records/disclose.ts';
import { heldReads } from '../records/held.ts';
import { disclosureIn, disclosureRow, isOpen } from '../register/disclosure.ts';
import { digestsOf } from './digest.ts';
import { gone, namedBy, noteAttempt } from './named.ts';
import { questionBy } from './open.ts';

/**
 * Reads what is read through us, as it is now, for the party that it was handed to: no key leaves, so
 * nothing of it opens once this is refused.
 */
export function readWith(deployment: Deployment): Disclosures<Words>['read'] {
  return async (what) => {
    const named = await namedBy(deployment, what);
    const { person, row } = named.disclosure;
    const categories = wanted(what.categories, named.disclosure, deployment);
    const decided = await perform<Disclosed<Words>>(deployment, () => ({
      person: person as PersonId,
      questions: [questionBy(named, categories)],
      lock: 'shared',
      reads: [disclosureRow(row.id), ...heldReads(person as PersonId, categories)],
      apply(unit) {
        const record = disclosureIn(unit.rows, row.id);
        if (record === undefined || !isOpen(record)) throw unsettled();
        const { value, touched } = openAll(person as PersonId, categories, unit);
        const shown = () => digestsOf(deployment.vault, value.values);
        return { value, touched: [row.id, ...touched], shown };
      },
    })).catch(gone);
    return noteAttempt(deployment, named, decided);
  };
}

/** The categories to read: those named, each one that was handed over and is read through us; else all. */
function wanted(
  named: readonly string[] | undefined,
  {
    categories,
    sealed,
  }: { readonly categories: readonly string[]; readonly sealed: readonly string[] },
  { policy }: Deployment,
): readonly string[] {
  const words = policy.current().policy.vocabulary;
  const online = categories.filter((each) => !sealed.includes(each) || isOnline(words, each));
  if (online.length === 0) throw malformed('categories', 'nothing in it is read through us');
  if (named === undefined) return online;
  const given = wordList('categories', named, 'categories', words);
  if (given.some((each) => !online.includes(each))) {
    throw malformed('categories', 'must be of this disclosure, and read through us');
  }
  return given;
}
