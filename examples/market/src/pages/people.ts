import { asPersonId, type PartyId, type PersonId } from 'avow';
import type { Accounts } from '../accounts/accounts.ts';
import { handleWords } from '../accounts/handle.ts';
import type { Market } from '../market.ts';
import type { Visit } from '../web/visit.ts';
import { type Language, wordsIn } from '../words/index.ts';

/** The name of a party that the market knows, in the reader's language. */
export function knownParty(party: string, language: Language): string | undefined {
  const names: Readonly<Record<string, string>> = wordsIn(language).parties;
  return Object.hasOwn(names, party) ? names[party] : undefined;
}

/** The same, or that it is a party outside. */
export const partyName = ({ words, language }: Visit, party: PartyId | string): string =>
  knownParty(party, language) ?? words.parties.other;

/** The name of a party, or the handle of another user; who has neither is unknown here, or has left. */
export function nameAmong(members: Accounts, party: string, language: Language) {
  const account = members.get(asPersonId(party));
  return knownParty(party, language) ?? (account && handleWords(account.handle, language));
}

/** The handle under which a person is known here; one who has gone has none. */
export const handleOf = (market: Market, { language }: Visit, person: PersonId): string =>
  handleIn(market, person, language);

export function handleIn(market: Market, person: PersonId, language: Language): string {
  const account = market.accounts.get(person);
  return account === undefined
    ? wordsIn(language).people.gone
    : handleWords(account.handle, language);
}
