import type { EvidenceRow, Vault } from '@avow/vault';
import type { PersonId } from '../face/ids.ts';
import { findersBy } from '../register/finder.ts';
import { isThere, personOf } from '../register/person.ts';
import { recordOf } from '../register/record.ts';
import { comparable, isStillHeld, verifiedAs } from '../register/verified.ts';

/** Whose a value is: the person and the row that says so, or why it is nobody's. */
type Matched =
  | { readonly person: PersonId; readonly verified: EvidenceRow }
  | 'unmatched'
  | 'unverified';

/**
 * Whose each of some values is, by what their holders have verified. A value that two people have
 * verified, in whatever way that came to be, is nobody's. Opens nothing.
 */
export async function matchAll(
  vault: Vault,
  category: string,
  values: readonly string[],
): Promise<Matched[]> {
  const verified = await vault.read(values.map((value) => verifiedAs(vault, category, value)));
  const people = verified.flat().flatMap(({ person }) => (person === null ? [] : [person]));
  const held = await heldBy(vault, category, people);
  const owned = verified.map((rows) =>
    rows.filter((row) => isStillHeld(row, held.get(row.person!))),
  );
  const unowned = values.filter((_, at) => owned[at]!.length === 0);
  const known = await knownAmong(vault, category, unowned);
  return values.map((value, at): Matched => {
    const [row, ...others] = owned[at]!;
    if (row !== undefined && others.length === 0) {
      return { person: row.person as PersonId, verified: row };
    }
    return known.has(value) ? 'unverified' : 'unmatched';
  });
}

/** What some people hold in a category; of those who are there. */
async function heldBy(vault: Vault, category: string, people: readonly string[]) {
  const each = [...new Set(people)];
  const [persons, records] = await Promise.all([
    vault.read(each.map(personOf)),
    vault.read(each.map((person) => recordOf(person, category))),
  ]);
  return new Map(
    each.flatMap((person, at) => {
      const [row] = persons[at]!;
      return row && isThere(row) ? [[person, records[at]![0]] as const] : [];
    }),
  );
}

/** Which of these values somebody is found by who has not shown that it is theirs. */
async function knownAmong(vault: Vault, category: string, values: readonly string[]) {
  const reads = values.map((value) =>
    [...new Set([value.trim(), comparable(value)])].flatMap((form) =>
      form === '' ? [] : findersBy(vault, category, form),
    ),
  );
  const found = await vault.read(reads.flat());
  let from = 0;
  const known = new Set<string>();
  for (const [at, some] of reads.entries()) {
    const holders = found.slice(from, from + some.length).flat();
    from += some.length;
    if (holders.length > 0) known.add(values[at]!);
  }
  return known;
}
