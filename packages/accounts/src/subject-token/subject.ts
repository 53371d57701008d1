import { type AvowCode, asPersonId, isAvowFault, type PersonId } from 'avow';
import type { SubjectTokenOptions } from './claims.ts';

/** Who has this id; undefined: somebody suspended or erased, who asks for nothing, or no id at all. */
export async function subjectNamed(
  { subjects }: SubjectTokenOptions['avow'],
  sub: unknown,
): Promise<PersonId | undefined> {
  try {
    const person = asPersonId(sub);
    return (await subjects.get(person))?.state === 'active' ? person : undefined;
  } catch (fault) {
    // Faults of the store are faults.
    if (isAvowFault(fault, notAnId)) return undefined;
    throw fault;
  }
}

/** A subject that is no id at all. */
const notAnId: AvowCode = 'AVOW_INPUT';
