import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { asPartyId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Parties } from '../face/parties.ts';
import type { PartyViolation, PartyViolationKind } from '../face/party.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import { engagementsOf } from '../register/engagement.ts';
import { keysOf, standingOf } from '../register/party.ts';
import {
  isNews,
  type PartyFault,
  partyViolationFrom,
  partyViolations,
  violationRow,
} from '../register/party-violation.ts';
import { readNow } from '../rows/reading.ts';

/**
 * Writes down what a party did that it must not, once for each kind and matter: who tries a thousand times
 * costs reads, and neither a row nor an entry.
 */
export async function recordPartyViolation(
  deployment: Deployment,
  what: {
    readonly party: string;
    readonly kind: PartyViolationKind;
    readonly disclosure?: string | undefined;
  },
): Promise<void> {
  const party = asPartyId(what.party);
  const fault: PartyFault = { party, kind: what.kind, matter: what.disclosure };
  if (!isNews(await readNow(deployment.vault, partyViolations(party)), fault)) return;
  try {
    await record(deployment, {}, () => ({
      people: [],
      parties: [party],
      widens: false,
      reads: [partyViolations(party)],
      decide(rows, now) {
        if (!isNews(rows, fault)) throw new AvowError('AVOW_EXISTS', 'is on record', 'party');
        return {
          evidence: 'partyViolation',
          state: fault.kind,
          changes: [violationRow(fault, now)],
          value: {},
        };
      },
    }));
  } catch (problem) {
    // Another attempt, or another process, was a moment faster.
    if (!isAvowFault(problem, 'AVOW_EXISTS')) throw problem;
  }
}

export function partyViolationsWith(
  deployment: Deployment,
): Pick<Parties<Words>, 'violations' | 'noteWrongKey'> {
  const { vault } = deployment;
  return {
    async violations(party) {
      const read = partyViolations(asPartyId(party));
      return (await readNow(vault, read))
        .of(read)
        .map(told)
        .sort((a, b) => b.at - a.at || ((a.matter ?? '') < (b.matter ?? '') ? -1 : 1));
    },

    async noteWrongKey(party) {
      const id = asPartyId(party);
      const known = [standingOf(id), engagementsOf(id), keysOf(id)];
      const rows = await readNow(vault, ...known);
      if (known.every((read) => rows.of(read).length === 0)) return;
      await recordPartyViolation(deployment, { party: id, kind: 'wrongKey' });
    },
  };
}

/** How many violations there are of each kind. */
export function violationCounts(
  rows: readonly EvidenceRow[],
): Readonly<Record<PartyViolationKind, number>> {
  const counts = { openedAfterEnd: 0, foreignDisclosure: 0, wrongKey: 0, refusedDeletion: 0 };
  for (const row of rows) counts[partyViolationFrom(row).kind] += 1;
  return counts;
}

function told(row: EvidenceRow): PartyViolation {
  const { kind } = partyViolationFrom(row);
  return { party: asPartyId(row.party), kind, matter: row.ref ?? undefined, at: row.at };
}
