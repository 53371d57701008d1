import type { PersonId } from 'avow';
import { handleWords } from '../accounts/handle.ts';
import type { Market } from '../market.ts';
import type { Visit } from '../web/visit.ts';

/** What a handle is in the registers: the number that was drawn, which is put into words where it is read. */
export function handleMark(market: Market, person: PersonId): string | undefined {
  const account = market.accounts.get(person);
  return account && `handle-${account.handle}`;
}

/** A handle of the registers in the reader's words. */
export function handleSaid({ language, words }: Visit, mark: string): string {
  const [, number] = /^handle-(\d+)$/.exec(mark) ?? [];
  return number === undefined ? words.people.gone : handleWords(Number(number), language);
}
