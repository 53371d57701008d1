import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';

const BYTES = 24;

/**
 * What a person is called between this region and another: a keyed hash of their id, so that the two can
 * speak of them, a third cannot tell that it is they, and neither learns the other's id.
 */
export function nameOf({ vault }: Deployment, region: string, person: PersonId): string {
  const digest = vault.pseudonym(
    `avow: the name of a person between this region and ${region}`,
    person,
  );
  return Buffer.from(digest.subarray(0, BYTES)).toString('hex');
}
