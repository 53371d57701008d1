import { isFault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { asDisclosureId, asPartyId } from '../door/ids.ts';
import type { Decided } from '../face/decision.ts';
import type { OfParty } from '../face/disclosures.ts';
import type { PartyId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { recordPartyViolation } from '../parties/violations.ts';
import { type DisclosureRecord, disclosureIn, disclosureRow } from '../register/disclosure.ts';
import { readNow } from '../rows/reading.ts';
import { isWordless } from './resting.ts';

/** A disclosure that a party named, and that is one of its own. */
export interface Named {
  readonly party: PartyId;
  readonly disclosure: DisclosureRecord;
}

/**
 * The disclosure that a party names. Somebody else's is not told from none: but that it was tried is on
 * the party's record.
 */
export async function namedBy(deployment: Deployment, what: OfParty): Promise<Named> {
  const party = asPartyId(what.party);
  const id = asDisclosureId(what.disclosure);
  const disclosure = disclosureIn(await readNow(deployment.vault, disclosureRow(id)), id);
  if (disclosure?.party === party) return { party, disclosure };
  if (disclosure !== undefined) {
    await recordPartyViolation(deployment, { party, kind: 'foreignDisclosure', disclosure: id });
  }
  throw notFound();
}

/**
 * Somebody who was erased takes along what was handed over about them. Their rows may not be swept yet: the
 * party is told what it is told from then on, and nothing of the person. What the policy has no words for
 * any more cannot even be asked: it is like none as well.
 */
export function gone(problem: unknown): never {
  throw isFault(problem, 'AVOW_ERASED') || isWordless(problem) ? notFound() : problem;
}

function notFound(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such disclosure to this party', 'disclosure');
}

/**
 * What was refused to a party that once was permitted: it asked after the end, and that is on its record,
 * once for each disclosure. A suspended account is none of its doing.
 */
export async function noteAttempt<Value>(
  deployment: Deployment,
  { party, disclosure }: Named,
  decided: Decided<Value>,
): Promise<Decided<Value>> {
  if (!decided.permitted && decided.by !== 'state') {
    const { id } = disclosure.row;
    await recordPartyViolation(deployment, { party, kind: 'openedAfterEnd', disclosure: id });
  }
  return decided;
}
