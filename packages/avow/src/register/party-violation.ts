import type { AuditedChange, EvidenceRow } from '@avow/vault';
import type { PartyViolationKind } from '../face/party.ts';
import { addEvidence } from '../rows/change.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

const VIOLATION = 'party.violation';

/** What a party did, and in which matter: a disclosure, a duty, or none. */
export interface PartyFault {
  readonly party: string;
  readonly kind: PartyViolationKind;
  readonly matter?: string | undefined;
}

/** Everything on record against a party; never more than `MOST_ROWS`, so a read of them is complete. */
export function partyViolations(party: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'party', equals: [party, VIOLATION], limit: MOST_ROWS };
}

/** How many of one kind: a party that does one thing without end does not so hide what else it does. */
const MOST_OF_A_KIND = MOST_ROWS / 4;

/** Whether it would be told anew: not if it is on record already, nor beyond what is kept of a party. */
export function isNews(rows: Rows, fault: PartyFault): boolean {
  const known = rows.of(partyViolations(fault.party));
  const alike = known.filter((row) => partyViolationFrom(row).kind === fault.kind);
  return alike.length < MOST_OF_A_KIND && !alike.some(({ id }) => id === violationId(fault));
}

/** The row of a violation; the same for the same fault, however often it happens. */
export function violationRow(fault: PartyFault, now: number): AuditedChange {
  const { party, kind, matter = null } = fault;
  const row = { id: violationId(fault), kind: VIOLATION, party, ref: matter, state: 'recorded' };
  return addEvidence({ ...row, at: now }, { kind } satisfies PartyViolationBody);
}

interface PartyViolationBody {
  readonly kind: PartyViolationKind;
}

export function partyViolationFrom({ body }: EvidenceRow): PartyViolationBody {
  return JSON.parse(body) as PartyViolationBody;
}

function violationId({ party, kind, matter = '' }: PartyFault): string {
  return reference(VIOLATION, party, kind, matter);
}
