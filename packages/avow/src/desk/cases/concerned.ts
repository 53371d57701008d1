import type { Deployment } from '../../deployment.ts';
import type { PersonId } from '../../face/ids.ts';
import { askingsOf, type CaseRecord, casesOf, deskRef } from '../../register/desk/case.ts';
import { readNow } from '../../rows/reading.ts';

/**
 * Tells whether a case concerns somebody: it is about them, they get something by it, or it is an appeal in such a
 * one. One of the desk is not shown those: a bar on telling keeps from them what it would from anybody.
 */
export async function concerning(
  { vault }: Pick<Deployment, 'vault'>,
  person: PersonId,
): Promise<(found: CaseRecord) => boolean> {
  const reads = [casesOf(person), askingsOf(person)];
  const rows = await readNow(vault, ...reads);
  const own = new Set(reads.flatMap((read) => rows.of(read)).map(({ ref }) => ref));
  return ({ row, type, evidence }) =>
    own.has(row.ref) || (type === 'appeal' && evidence !== null && own.has(deskRef(evidence)));
}
