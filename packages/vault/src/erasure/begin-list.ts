import type { PersonId } from '../id.ts';
import type { Reader } from '../port/store.ts';
import type { Tombstones } from '../port/tombstones.ts';
import { peopleWho } from './people.ts';

/**
 * Makes the list of erased people where there is none, from the stores that still know them: at a
 * first start it is empty, after its loss it is whole again. All of them at once: of a list that was cut
 * off half-way nobody would know that the rest is missing.
 */
export async function beginList(store: Reader, tombstones: Tombstones): Promise<void> {
  if (await tombstones.exists()) return;
  const people: PersonId[] = [];
  for (const state of ['erasing', 'erased']) {
    for await (const page of peopleWho(store, state)) people.push(...page);
  }
  await tombstones.add(people);
}
