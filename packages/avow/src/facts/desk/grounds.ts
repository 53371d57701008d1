import { casePurposes } from '../../conventions.ts';
import { basisIn, isPublished } from '../../register/desk/basis.ts';
import { caseIn, caseRow, isGoingOn } from '../../register/desk/case.ts';
import { complaintFrom, complaintRow } from '../../register/desk/complaint.ts';
import { isStaff, staffRow } from '../../register/desk/staff.ts';
import { violationFrom, violationRow } from '../../register/violation.ts';
import { isInTime } from '../../registers/term.ts';
import type { FactProvider } from '../provider.ts';
import { caseFor, readsOfCase } from './evidence.ts';

/**
 * The named case rests on a violation of this person that is upheld, by somebody else than who recorded it, and
 * names this party.
 */
export const violation: FactProvider = {
  reads: readsOfCase,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    if (about?.type !== 'violation' || about.evidence === null) return false;
    const [row] = rows.of(violationRow(about.evidence));
    if (row === undefined || row.person !== asked.person || !isInTime(row, now)) return false;
    const { thirdParty, by, decided } = violationFrom(row);
    const isUpheld = row.state === 'upheld' && decided?.by != null && decided.by !== by;
    return isUpheld && thirdParty !== null && thirdParty === asked.party;
  },
};

/** The named case is this person's verified complaint about the one who receives this, and goes on. */
export const complaint: FactProvider = {
  reads: readsOfCase,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    if (about?.type !== 'complaint') return false;
    const [row] = rows.of(complaintRow(about.case));
    return row !== undefined && complaintFrom(row).verified !== null;
  },
};

/** And they have asked that it be passed on. */
export const complainantAsked: FactProvider = {
  reads: readsOfCase,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    if (about?.type !== 'complaint') return false;
    const [row] = rows.of(complaintRow(about.case));
    const said = row && complaintFrom(row);
    // It implies the other: what is not verified is passed on at nobody's wish.
    return !!said && said.verified !== null && said.asked.complainant !== null;
  },
};

/** The named case rests on a published basis that runs, for this party and category. */
export const basis: FactProvider = {
  reads: readsOfCase,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    const found = about?.type === 'basis' && about.evidence && basisIn(rows, about.evidence);
    return (
      !!found &&
      isPublished(found, now) &&
      found.parties.includes(asked.party ?? '') &&
      found.categories.includes(asked.category)
    );
  },
};

/** The named case of this person goes on, is handled by this member of staff, and is what this is for. */
export const handling: FactProvider = {
  reads: ({ case: about, staff }) => (about && staff ? [caseRow(about.case), staffRow(staff)] : []),
  judge(rows, { case: about, staff, person, purpose }, now) {
    const found = about && caseIn(rows, about.case);
    return (
      !!found &&
      !!staff &&
      isStaff(rows, staff) &&
      isGoingOn(found, now) &&
      found.operator === staff &&
      found.row.person === person &&
      casePurposes[found.type] === purpose
    );
  },
};
