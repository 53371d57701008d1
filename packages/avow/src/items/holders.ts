import type { Words } from '@avow/policy';
import type { Clock, Vault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import type { Items } from '../face/items.ts';
import { lotsMeant, lotsOf } from '../register/lot.ts';
import { readNow } from '../rows/reading.ts';
import { whichOf } from './asked.ts';

/** Who holds items that are meant, one person after the other. Goes by the terms, which name nobody's data. */
export function holdersWith({ vault, policy }: Deployment, clock: Clock): Items<Words>['holders'] {
  return async function* (which = {}) {
    const meant = whichOf(which, policy.current().policy.vocabulary);
    for await (const person of peopleWithEvidence(vault)) {
      const read = lotsOf(person);
      const rows = await readNow(vault, read);
      if (lotsMeant({ read, which: meant }, rows, clock.now()).length > 0) yield person;
    }
  };
}

/** Everybody of whom there is evidence: each found by a step over all that there is of the one before. */
async function* peopleWithEvidence(vault: Vault): AsyncIterable<PersonId> {
  for (let after = ''; ; ) {
    const next = { table: 'evidence', by: 'person', equals: [], after, limit: 1 } as const;
    const [[row]] = await vault.read([next]);
    if (!row?.person) return;
    after = row.person;
    yield row.person as PersonId;
  }
}
