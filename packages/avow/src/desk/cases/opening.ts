import type { Words } from '@avow/policy';
import { asCaseRecipient, asEvidence } from '../../door/desk.ts';
import { asOrderId, asPersonId } from '../../door/ids.ts';
import { malformed, moment } from '../../door/text.ts';
import { wordList } from '../../door/words.ts';
import { type CaseType, caseTypes } from '../../face/case.ts';
import type { CaseOpening } from '../../face/cases.ts';
import type { PersonId } from '../../face/ids.ts';
import type { CaseBody } from '../../register/desk/case.ts';

/** A case to be opened, checked. */
export interface Opening
  extends Pick<CaseBody, 'type' | 'openedBy' | 'categories' | 'evidence' | 'order'> {
  readonly person: PersonId;
  readonly party: string | null;
  readonly user: PersonId | null;
  readonly expires: number | null;
}

const WITH_PARTY: ReadonlySet<CaseType> = new Set(['law', 'violation', 'basis']);

/** Checks what a case is to be opened with; what its type does not have must not be there. */
export function openingOf(what: CaseOpening<Words>, words: Words): Opening {
  const { type } = what;
  // Complaints are filed, requests made and appeals lodged, each by a method of its own.
  if (!caseTypes.includes(type) || ['complaint', 'rights', 'appeal'].includes(type)) {
    throw malformed('type', 'must be one that is opened so');
  }
  const given = what as Partial<Extract<CaseOpening<Words>, { type: 'law' }>> & {
    readonly order?: unknown;
  };
  const hasParty = WITH_PARTY.has(type);
  const handsOver = hasParty || type === 'order';
  const to = handsOver ? asCaseRecipient(given.to, 'to') : undefined;
  if (to && hasParty !== 'party' in to) {
    throw malformed('to', hasParty ? 'must be a party' : 'must be a user');
  }
  return {
    type,
    person: asPersonId(what.person),
    openedBy: asPersonId(what.by, 'by'),
    party: to && 'party' in to ? to.party : null,
    user: to && 'user' in to ? to.user : null,
    categories: handsOver
      ? wordList('categories', given.categories, 'categories', words).sort()
      : [],
    evidence: hasParty ? asEvidence(given.evidence) : null,
    order: type === 'order' ? asOrderId(given.order) : null,
    expires: what.expires === undefined ? null : moment('expires', what.expires),
  };
}
