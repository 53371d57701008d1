import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import { duties, registers } from '../conventions.ts';
import { mustBeStaff } from '../desk/by.ts';
import type { HarvestCase, HarvestState } from '../face/harvesting.ts';
import type { HarvestId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import {
  type Actor,
  actorOf,
  appealBody,
  appealOf,
  caseBody,
  type HarvestCaseBody,
  harvestCase,
} from '../register/harvest.ts';
import { isInTime, keptUntil } from '../registers/term.ts';
import type { Rows } from '../rows/reading.ts';

const DAY = 24 * 3_600_000;

/** A case as operators meet it, and the one concerned. */
export function caseOf(
  row: Pick<EvidenceRow, 'id' | 'person' | 'party' | 'at' | 'state' | 'body'>,
  appeal: EvidenceRow | undefined,
  words: Words,
): HarvestCase {
  const { pattern, count, most, within, decided, earlier, suspendedBy, terminated } = caseBody(row);
  return {
    harvest: row.id as HarvestId,
    against: actorOf(row),
    ...{ pattern, count, most },
    within: within ?? undefined,
    found: row.at,
    state: row.state as HarvestState,
    suspendedBy: (suspendedBy ?? undefined) as PersonId | undefined,
    earlier: [...(earlier ?? [])] as PersonId[],
    terminated: terminated ?? undefined,
    decided: told(decided),
    appeal: appeal && {
      at: appeal.at,
      due: dueOf(appeal.at, words),
      state: appeal.state as 'made' | 'dismissed' | 'granted',
      decided: told(appealBody(appeal).decided),
    },
  };
}

const told = (decided: { readonly by: string; readonly at: number } | null) =>
  decided === null ? undefined : { by: decided.by as PersonId, at: decided.at };

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

/** An appeal that nobody has decided yet. */
export function openAppealIn(rows: Rows, id: string): EvidenceRow | undefined {
  const appeal = appealIn(rows, id);
  return appeal?.state === 'made' ? appeal : undefined;
}

/** Whoever decides works here, and is not the one whom it is about. */
export function mustDecide(rows: Rows, actor: Actor, by: PersonId): void {
  mustBeStaff(rows, by);
  if ('user' in actor && actor.user === by) {
    throw new AvowError('AVOW_STATE', 'is the one whom it is about', 'by');
  }
}

/** An appeal is heard by somebody else than who suspended them, or decided before. */
export function mustBeAnother(found: EvidenceRow, by: PersonId): void {
  const { suspendedBy, decided, earlier = [] } = caseBody(found);
  if (by === suspendedBy || by === decided?.by || earlier.includes(by)) {
    throw new AvowError('AVOW_STATE', 'decided before, and cannot hear the appeal', 'by');
  }
}

/** What a case says once it is decided; whoever decided before stays on record, and hears no appeal. */
export function decidedBy(found: EvidenceRow, by: PersonId, now: number): HarvestCaseBody {
  const said = caseBody(found);
  const { decided, earlier = [] } = said;
  return {
    ...said,
    ...(decided ? { earlier: [...new Set([...earlier, decided.by])] } : {}),
    decided: { by, at: now },
  };
}

/** Until when a case is kept that is decided now: as long as a violation is. */
export function caseKept(words: Words, now: number): number | null {
  return keptUntil(words, registers.violation, now);
}

export function noSuchCase(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such case', 'harvest');
}
