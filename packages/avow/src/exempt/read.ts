import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import type { Subjects } from '../face/subjects.ts';
import { exemptOf, exemptValue, recordBeside } from '../register/exempt.ts';
import { isThere, personOf } from '../register/person.ts';
import { readNow } from '../rows/reading.ts';

/**
 * What law makes public of an organisation, as far as the policy in force says so. It lies outside the
 * policy: nothing is opened, so there is nothing to decide and no consent to ask for.
 */
export function publicFactsWith({ vault, policy }: Deployment): Subjects<Words>['publicFacts'] {
  return async (organisation) => {
    const id = asPersonId(organisation, 'organisation');
    const { categories } = (await policy.now()).policy.vocabulary;
    const found = await readNow(vault, personOf(id), exemptOf(id));
    const [row] = found.of(personOf(id));
    if (row?.kind !== 'organisation' || !isThere(row)) return undefined;
    const copies = found.of(exemptOf(id));
    const beside = await readNow(vault, ...copies.map(recordBeside));
    return Object.fromEntries(
      copies
        .filter(({ state }) => Object.hasOwn(categories, state) && categories[state]?.public)
        .filter((copy) => beside.of(recordBeside(copy)).length > 0)
        .map((copy) => [copy.state, exemptValue(copy)])
        .sort(),
    );
  };
}
