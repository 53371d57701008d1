import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { Consent, ConsentState } from '../face/consents.ts';
import type { ConsentId, PartyId, PersonId } from '../face/ids.ts';
import type { ChoiceRecord } from '../register/choice.ts';

/** A stored choice as the person meets it. */
export function consentFrom(
  choice: ChoiceRecord,
  { person, party }: Pick<EvidenceRow, 'person' | 'party'>,
): Consent<Words> {
  const { action, purposes, categories, language, shown, given } = choice;
  return {
    consent: choice.id as ConsentId,
    person: person as PersonId,
    party: (party ?? 'platform') as PartyId | 'platform',
    action,
    purposes: [...purposes],
    categories: [...categories],
    language,
    shown,
    state: choice.state as ConsentState,
    at: given,
    withdrawn: choice.withdrawn ?? undefined,
  };
}
