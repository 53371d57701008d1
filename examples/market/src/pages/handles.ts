import { handleWords } from '../accounts/handle.ts';
import type { Visit } from '../web/visit.ts';

/** A handle of the registers in the reader's words. */
export function handleSaid({ language, words }: Visit, mark: string): string {
  const [, number] = /^handle-(\d+)$/.exec(mark) ?? [];
  return number === undefined ? words.people.gone : handleWords(Number(number), language);
}
