import type { Question } from '../../act/question.ts';
import { actions, casePurposes } from '../../conventions.ts';
import type { CaseId, OrderId, PartyId, PersonId } from '../../face/ids.ts';
import type { CaseRecord } from '../../register/desk/case.ts';

/** What the policy is asked when a case is delivered; undefined where nothing is, or nobody is left to get it. */
export function deliveryOf(found: CaseRecord, user: string | null): Question | undefined {
  return askedIn(found, user, actions.disclose);
}

/** The same for a look at what was delivered. */
export function lookOf(found: CaseRecord, user: string | null): Question | undefined {
  return askedIn(found, user, actions.open);
}

function askedIn(
  { row, type, categories, order }: CaseRecord,
  user: string | null,
  action: string,
): Question | undefined {
  if (categories.length === 0 || (row.party === null && user === null)) return undefined;
  const to = row.party === null ? { user: user as PersonId } : { party: row.party as PartyId };
  return {
    ...{ person: row.person as PersonId, action, purpose: casePurposes[type], categories, to },
    ...(order === null ? {} : { order: order as OrderId }),
    case: row.id as CaseId,
  };
}
