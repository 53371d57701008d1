import type { Words } from '@avow/policy';
import type { Clock, EvidenceRow, Vault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import type { Items } from '../face/items.ts';
import { isMeantNow, lotsOf } from '../register/lot.ts';
import { severalPeople } from '../subjects/everyone.ts';
import { whichOf } from './asked.ts';

/** Lots of one person that are looked at first, and at a time after that. */
const FEW = 16;
const MANY = 1_000;

/** Who holds items that are meant, one person after the other. Goes by the terms, which name nobody's data. */
export function holdersWith({ vault, policy }: Deployment, clock: Clock): Items<Words>['holders'] {
  return async function* (which = {}) {
    const meant = whichOf(which, policy.current().policy.vocabulary);
    const isMeant = (row: EvidenceRow) => isMeantNow(row, meant, clock.now());
    for await (const people of severalPeople(vault)) {
      const first = await vault.read(people.map((id) => ({ ...lotsOf(id), limit: FEW })));
      for (const [at, person] of people.entries()) {
        if (await holds(vault, person, first[at]!, isMeant)) yield person;
      }
    }
  };
}

/** Whether one of a person's lots is meant; mostly one of the first tells. */
async function holds(
  vault: Vault,
  person: PersonId,
  first: readonly EvidenceRow[],
  isMeant: (row: EvidenceRow) => boolean,
): Promise<boolean> {
  let rows = first;
  for (let limit = FEW; ; limit = MANY) {
    if (rows.some(isMeant)) return true;
    const last = rows.at(-1);
    if (rows.length < limit || last === undefined) return false;
    [rows] = await vault.read([{ ...lotsOf(person), after: last.id, limit: MANY }]);
  }
}
