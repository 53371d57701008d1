import type { Words } from '@avow/policy';
import type { Clock, Vault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import type { Items } from '../face/items.ts';
import { isMeantNow, lotsOf, type WhichLots } from '../register/lot.ts';
import { whichOf } from './asked.ts';

/** Lots that are looked at first, and at a time after that. */
const FEW = 16;
const MANY = 1_000;

/** Who holds items that are meant, one person after the other. Goes by the terms, which name nobody's data. */
export function holdersWith({ vault, policy }: Deployment, clock: Clock): Items<Words>['holders'] {
  return async function* (which = {}) {
    const meant = whichOf(which, policy.current().policy.vocabulary);
    for await (const person of peopleWithEvidence(vault)) {
      if (await holds(vault, person, meant, clock.now())) yield person;
    }
  };
}

/** Whether one of a person's lots is meant; mostly one of the first tells. */
async function holds(vault: Vault, person: PersonId, which: WhichLots, now: number) {
  let after: string | undefined;
  for (let limit = FEW; ; limit = MANY) {
    const bounds = after === undefined ? { limit } : { after, limit };
    const [rows] = await vault.read([{ ...lotsOf(person), ...bounds }]);
    if (rows.some((row) => isMeantNow(row, which, now))) return true;
    if (rows.length < limit) return false;
    after = rows.at(-1)?.id;
  }
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
