import { casePurposes } from '../../conventions.ts';
import { authorityOrderRow } from '../../register/desk/authority-order.ts';
import { basisRow } from '../../register/desk/basis.ts';
import type { AboutCase } from '../../register/desk/case.ts';
import { caseIn, caseRow, isGoingOn } from '../../register/desk/case.ts';
import { complaintRow } from '../../register/desk/complaint.ts';
import { violationRow } from '../../register/violation.ts';
import type { ReadOf, Rows } from '../../rows/reading.ts';
import type { Asked } from '../provider.ts';

/** Where the record is read that a case rests on. */
export function evidenceOf({ case: id, type, evidence }: AboutCase): ReadOf<'evidence'>[] {
  switch (type) {
    case 'law':
    case 'basis':
      // An order of an authority and a duty in law are read alike, by their id.
      return evidence === null
        ? []
        : [type === 'law' ? authorityOrderRow(evidence) : basisRow(evidence)];
    case 'violation':
      return evidence === null ? [] : [violationRow(evidence)];
    case 'complaint':
      return [complaintRow(id)];
    case 'order':
    case 'support':
    case 'leak':
    case 'rights':
    case 'appeal':
      return [];
    default:
      return type satisfies never;
  }
}

/**
 * The case that counts for what is asked: it goes on, is about this person and this recipient, of the ground
 * whose purpose is asked for, and covers the category. Undefined: none does.
 */
export function caseFor(
  rows: Rows,
  asked: Asked & { readonly category: string },
  now: number,
): AboutCase | undefined {
  const { case: about, person, party, user, purpose, category } = asked;
  const found = about && caseIn(rows, about.case);
  const counts =
    found !== undefined &&
    isGoingOn(found, now) &&
    found.row.person === person &&
    casePurposes[about!.type] === purpose &&
    (about!.party ?? about!.user) === (party ?? user) &&
    about!.categories.includes(category);
  return counts ? about : undefined;
}

/** The rows of a case that every fact about it is read from. */
export function readsOfCase({ case: about }: Asked): ReadOf<'evidence'>[] {
  return about ? [caseRow(about.case), ...evidenceOf(about)] : [];
}
