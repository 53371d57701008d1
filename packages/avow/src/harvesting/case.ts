import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import { duties, registers } from '../conventions.ts';
import type { HarvestCase, HarvestState } from '../face/harvesting.ts';
import type { HarvestId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { actorOf, appealOf, caseBody, harvestCase } from '../register/harvest.ts';
import { isInTime, keptUntil } from '../registers/term.ts';
import type { Rows } from '../rows/reading.ts';

const DAY = 24 * 3_600_000;

/** A case as operators meet it, and the one concerned. */
export function caseOf(
  row: EvidenceRow,
  appeal: EvidenceRow | undefined,
  words: Words,
): HarvestCase {
  const { pattern, count, most, within, decided } = caseBody(row);
  return {
    harvest: row.id as HarvestId,
    against: actorOf(row),
    ...{ pattern, count, most },
    within: within ?? undefined,
    found: row.at,
    state: row.state as HarvestState,
    decided: decided ?? undefined,
    appeal: appeal && { at: appeal.at, due: dueOf(appeal.at, words) },
  };
}

function dueOf(at: number, { duties: known }: Words): number | undefined {
  const days = Object.hasOwn(known, duties.hearAppeal)
    ? known[duties.hearAppeal]?.withinDays
    : undefined;
  return days === undefined ? undefined : at + days * DAY;
}

/** The case among rows that were read; one whose time is over is not there. */
export function caseIn(rows: Rows, id: string, now: number): EvidenceRow {
  const [row] = rows.of(harvestCase(id));
  if (!row || !isInTime(row, now)) throw noSuchCase();
  return row;
}

export function appealIn(rows: Rows, id: string): EvidenceRow | undefined {
  return rows.of(appealOf(id))[0];
}

/** Until when a case is kept that is decided now: as long as a violation is. */
export function caseKept(words: Words, now: number): number | null {
  return keptUntil(words, registers.violation, now);
}

export function noSuchCase(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such case', 'harvest');
}
