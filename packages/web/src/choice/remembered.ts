import { timingSafeEqual } from 'node:crypto';
import type { Words } from '@avow/policy';
import { asPersonId, type PersonId, type Subjects } from 'avow';

const USE = 'avow/cookie-choice/v1';

/**
 * The value of the cookie that remembers a choice without an account: the id of a device under which the
 * choice is on record, and a keyed hash over it. An id that somebody reads elsewhere is no such cookie.
 */
export function rememberedBy(subjects: Pick<Subjects<Words>, 'pseudonym'>) {
  return {
    valueFor: (device: PersonId) => `${device}.${subjects.pseudonym(USE, device)}`,

    /** The device of a value that was made here; undefined for anything else. */
    deviceIn(value: string | undefined): PersonId | undefined {
      const at = value?.lastIndexOf('.') ?? -1;
      if (value === undefined || at < 1) return undefined;
      const id = value.slice(0, at);
      const given = Buffer.from(value.slice(at + 1));
      const expected = Buffer.from(subjects.pseudonym(USE, id));
      const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
      return isOurs ? asPersonId(id) : undefined;
    },
  };
}
