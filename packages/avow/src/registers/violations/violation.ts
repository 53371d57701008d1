import type { EvidenceRow } from '@avow/vault';
import type { PartyId, PersonId } from '../../face/ids.ts';
import type {
  MeasureTaken,
  Violation,
  ViolationEvidence,
  ViolationState,
} from '../../face/violations.ts';
import { AvowError } from '../../fault.ts';
import {
  measureFrom,
  measureRows,
  type ViolationAppealBody,
  violationFrom,
  violationRow,
} from '../../register/violation.ts';
import type { Rows } from '../../rows/reading.ts';
import { isInTime } from '../term.ts';

/** A violation as those who decide meet it, without its reason. */
export function violationOf(row: EvidenceRow, measures: readonly EvidenceRow[]): Violation {
  const { rule, happened, thirdParty, by, evidence, decided, handler, appeal } = violationFrom(row);
  return {
    violation: row.id,
    person: row.person as PersonId,
    rule,
    happened,
    recorded: row.at,
    state: row.state as ViolationState,
    thirdParty: (thirdParty ?? undefined) as PartyId | undefined,
    by: operatorIn(by),
    evidence: evidence as ViolationEvidence | undefined,
    handler: operatorIn(handler ?? null),
    decided: decided === null ? undefined : { by: operatorIn(decided.by), at: decided.at },
    appeal: appealIn(appeal ?? null),
    measures: measures.map(measureOf),
  };
}

export function measureOf(row: EvidenceRow): MeasureTaken {
  const { what, by, ends, lifted } = measureFrom(row);
  return {
    measure: row.id,
    ...{ what, by: operatorIn(by) },
    at: row.at,
    until: ends ?? undefined,
    lifted: lifted ?? undefined,
  };
}

function appealIn(appeal: ViolationAppealBody | null): Violation['appeal'] {
  if (appeal === null) return undefined;
  const { at, state, decided } = appeal;
  const heard = decided === null ? undefined : { by: decided.by as PersonId, at: decided.at };
  return { at, state, decided: heard };
}

const operatorIn = (by: string | null) => (by ?? undefined) as PersonId | undefined;

/** The violation and its measures among rows that were read; one whose time is over is not there. */
export function caseIn(rows: Rows, violation: string, now: number) {
  const [row] = rows.of(violationRow(violation));
  if (!row || !isInTime(row, now)) throw noSuch();
  return { row, body: violationFrom(row), measures: rows.of(measureRows(violation)) };
}

export function noSuch(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such violation', 'violation');
}
