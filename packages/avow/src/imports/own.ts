import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import { unsettled } from '../act/settle.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPartyId, asPersonId } from '../door/ids.ts';
import { word } from '../door/words.ts';
import { record } from '../evidence/record.ts';
import type { PartyId, PersonId } from '../face/ids.ts';
import type { Brought, Imports, OwnBrought } from '../face/imports.ts';
import { AvowError } from '../fault.ts';
import { classesIn } from '../items/asked.ts';
import { recordIn, unpack } from '../items/content.ts';
import { removeSome } from '../items/remove.ts';
import {
  BROUGHT_REMOVED,
  broughtBy,
  broughtIn,
  removalFrom,
  removalIn,
  removalsOf,
} from '../register/brought.ts';
import { lotsOf, sealedLots } from '../register/lot.ts';
import { type Rows, readNow } from '../rows/reading.ts';

/** What people do with what partners brought of them: see it, remove it, let it come again. */
export function ownBrought(
  deployment: Deployment,
): Pick<Imports<Words>, 'of' | 'remove' | 'allow'> {
  const { vault, policy } = deployment;
  const remove = removeSome(deployment);
  const own = { purpose: purposes.rights, to: 'person' } as const;
  return {
    of: async (who) => {
      const person = asPersonId(who);
      const found = await readNow(vault, lotsOf(person), removalsOf(person));
      if (categoriesIn(found, person).length === 0) return undefined;
      return perform(deployment, async () => {
        const now = await readNow(vault, lotsOf(person), removalsOf(person));
        const categories = categoriesIn(now, person);
        return {
          person,
          questions: [{ person, action: actions.show, categories, ...own }],
          lock: 'shared',
          reads: [
            ...[lotsOf(person), removalsOf(person)],
            ...categories.map((category) => sealedLots(person, category)),
          ],
          opens: classesIn(categories),
          apply: (unit) => showIn(person, categories, unit),
        };
      });
    },

    remove: async (what) => {
      const person = asPersonId(what.person);
      const party = asPartyId(what.party);
      return remove({ person, categories: [what.category], terms: { party }, ...own });
    },

    allow: async (what) => {
      const person = asPersonId(what.person);
      const party = asPartyId(what.party);
      const words = policy.current().policy.vocabulary;
      const category = word('category', what.category, 'categories', words);
      const request = repeatable(what, 'imports.allow', { person, party, category });
      return record(deployment, request, () => ({
        people: [person],
        widens: true,
        reads: [removalsOf(person)],
        note: { category },
        decide(rows) {
          const row = removalIn(rows, person, party, category);
          if (row === undefined) {
            throw new AvowError('AVOW_NOT_FOUND', 'was not removed', 'category');
          }
          return {
            evidence: BROUGHT_REMOVED,
            state: 'allowed',
            changes: [{ table: 'evidence', before: row }],
            value: {},
          };
        },
      }));
    },
  };
}

/** The categories in which something was brought, or removed. */
function categoriesIn(rows: Rows, person: PersonId): string[] {
  const brought = broughtIn(rows.of(lotsOf(person))).map(({ category }) => category);
  const removed = rows.of(removalsOf(person)).map((row) => removalFrom(row).category);
  return [...new Set([...brought, ...removed])].sort();
}

function showIn(
  person: PersonId,
  categories: readonly string[],
  unit: InUnit,
): Done<OwnBrought<Words>> {
  const { rows, seals } = unit;
  if (categoriesIn(rows, person).join() !== categories.join()) throw unsettled();
  const brought: Brought<Words>[] = [];
  const touched: string[] = [];
  for (const lot of broughtIn(rows.of(lotsOf(person)))) {
    const sealed = recordIn(rows, lot);
    // Its time is over, and only the sweep has not come by.
    if (sealed === undefined) continue;
    const { category } = lot;
    const { collected, expires } = sealed;
    const about = { party: broughtBy(lot) as PartyId, category, collected };
    for (const { value } of unpack(seals.open(sealed))) {
      brought.push({ ...about, value, expires: expires ?? undefined });
    }
    touched.push(sealed.id);
  }
  const removed = rows.of(removalsOf(person)).map((row) => ({
    party: removalFrom(row).party as PartyId,
    category: removalFrom(row).category,
    at: row.at,
  }));
  return { value: { brought, removed }, touched };
}
