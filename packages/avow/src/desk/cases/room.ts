import type { CaseType } from '../../face/case.ts';
import { AvowError } from '../../fault.ts';
import { caseFrom, casesOf, isGoingOn } from '../../register/desk/case.ts';
import type { Rows } from '../../rows/reading.ts';

/** Who holds a right may find it infringed by many at once. */
const MOST_COMPLAINTS = 50;
const MOST = 10;

/**
 * How many cases of one kind may go on that the same person asked for about somebody: beyond that an answer is waited
 * for first, so that nobody buries the desk. Those of the desk itself are not counted. Needs `casesOf` whom they are about.
 */
export function mustHaveRoom(
  rows: Rows,
  { type, person, by }: { readonly type: CaseType; readonly person: string; readonly by: string },
  field: string,
  now: number,
): void {
  const open = rows
    .of(casesOf(person))
    .map(caseFrom)
    .filter((each) => each.type === type && each.openedBy === by && isGoingOn(each, now));
  const most = type === 'complaint' ? MOST_COMPLAINTS : MOST;
  if (open.length < most) return;
  throw new AvowError(
    'AVOW_TOO_MANY',
    `has ${most} of these open: wait for an answer first`,
    field,
  );
}
