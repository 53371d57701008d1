import type { PartyId, PersonId } from 'avow';
import { handleWords } from '../accounts/handle.ts';
import type { Market } from '../market.ts';
import type { Visit } from '../web/visit.ts';

/** The name of a party in the reader's language. */
export function partyName({ words }: Visit, party: PartyId | string): string {
  const names: Readonly<Record<string, string>> = words.parties;
  return Object.hasOwn(names, party) ? (names[party] ?? words.parties.other) : words.parties.other;
}

/** The handle under which a person is known here; one who has gone has none. */
export function handleOf(market: Market, { language, words }: Visit, person: PersonId): string {
  const account = market.accounts.get(person);
  return account === undefined ? words.people.gone : handleWords(account.handle, language);
}
