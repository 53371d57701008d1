import type { Deployment } from '../deployment.ts';
import { asDisclosureId, asPartyId } from '../door/ids.ts';
import type { OfParty } from '../face/disclosures.ts';
import type { PartyId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { type DisclosureRecord, disclosureIn, disclosureRow } from '../register/disclosure.ts';
import { readNow } from '../rows/reading.ts';

/** A disclosure that a party named, and that is one of its own. */
export interface Named {
  readonly party: PartyId;
  readonly disclosure: DisclosureRecord;
}

/**
 * The disclosure that a party names. Somebody else's is not told from none: but that it was tried is on
 * the party's record.
 */
export async function namedBy({ vault }: Deployment, what: OfParty): Promise<Named> {
  const party = asPartyId(what.party);
  const id = asDisclosureId(what.disclosure);
  const disclosure = disclosureIn(await readNow(vault, disclosureRow(id)), id);
  if (disclosure?.party === party) return { party, disclosure };
  throw new AvowError('AVOW_NOT_FOUND', 'no such disclosure to this party', 'disclosure');
}
