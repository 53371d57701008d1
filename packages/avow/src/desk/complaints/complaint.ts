import type { Complaint } from '../../face/complaints.ts';
import type { CaseId, PersonId } from '../../face/ids.ts';
import type { ComplaintBody } from '../../register/desk/complaint.ts';

/** A complaint as the desk and its sides meet it, without what is sealed. */
export function complaintOf(
  id: CaseId,
  sides: { readonly complainant: string | null; readonly respondent: string | null },
  { right, listing, document, verified, asked }: ComplaintBody,
  answered: readonly number[],
): Complaint {
  return {
    case: id,
    complainant: sides.complainant as PersonId,
    respondent: (sides.respondent ?? undefined) as PersonId | undefined,
    ...{ right, listing, document, answered, countered: answered.length },
    verified: verified ? { ...verified, by: verified.by as PersonId } : undefined,
    asked: {
      complainant: asked.complainant ?? undefined,
      respondent: asked.respondent ?? undefined,
    },
  };
}
