import type { Deployment } from '../deployment.ts';
import { barsOf, readBars } from '../desk/bars.ts';
import type { PersonId } from '../face/ids.ts';
import { type DisclosureRecord, disclosureFrom, disclosuresOf } from '../register/disclosure.ts';
import { readNow } from '../rows/reading.ts';

/** What was handed over of somebody and is not closed, but for what a bar on telling keeps from them. */
export async function handedKnown(
  { vault, policy }: Pick<Deployment, 'vault' | 'policy'>,
  person: PersonId,
): Promise<readonly DisclosureRecord[]> {
  const handed = disclosuresOf(person);
  const rows = await readNow(vault, handed, ...barsOf(person));
  const bars = readBars(rows, person, policy.moment());
  return rows
    .of(handed)
    .map(disclosureFrom)
    .filter((each) => !bars.cases.has(each.case ?? ''));
}
