import { asPersonId, type PersonId } from 'avow';
import type { Console } from '../../web/visit.ts';

/**
 * Whom an operator named: by the number in the records, or by a value that people are found by, such as an
 * address. A keyed hash is compared; nothing of anybody is opened.
 */
export async function personNamed(
  { avow, findBy = [] }: Console,
  named: string,
): Promise<PersonId | undefined> {
  if (named === '' || named.length > 256) return undefined;
  if (/^[\x21-\x7e]{1,128}$/.test(named)) {
    const subject = await avow.subjects.get(asPersonId(named));
    if (subject !== undefined && subject.state !== 'erased') return subject.person;
  }
  for (const category of findBy) {
    const found = await avow.subjects.find(category, named);
    if (found !== undefined) return found;
  }
  return undefined;
}
