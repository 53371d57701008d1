import type { Words } from '@avow/policy';
import { actions } from '../conventions.ts';
import { choicesOf, lastWord } from '../register/choice.ts';
import type { Rows } from '../rows/reading.ts';
import type { Asked, FactProvider } from './provider.ts';

type Matter = Asked & { readonly category: string };

/**
 * The person's last word on exactly this (party, act, purpose, category) was to allow it. Opening
 * what was handed over is allowed as the handing over was, unless the person spoke of opening itself.
 */
export const consent: FactProvider = {
  reads: (asked) => [choicesOf(asked.person, counterpartOf(asked))],
  judge: (rows, asked) => wordsOn(rows, asked).includes('given'),
};

/** The person's last word on exactly this was to refuse or to withdraw. */
export const refusal: FactProvider = {
  reads: consent.reads,
  judge: (rows, asked) => {
    const words = wordsOn(rows, asked);
    return words.length > 0 && !words.includes('given');
  },
};

/** With whom a choice is about. What goes to the person or to everyone is the platform's doing. */
function counterpartOf({ party, user }: Asked): string {
  return party ?? user ?? 'platform';
}

/** The last words that count here: one for the act itself, or for opening one for each act that hands over. */
function wordsOn(rows: Rows, asked: Matter): string[] {
  const wordOn = (action: string) =>
    lastWord(rows, asked.person, counterpartOf(asked), { ...asked, action })?.state;
  const own = wordOn(asked.action);
  if (own !== undefined) return [own];
  if (asked.action !== actions.open) return [];
  return handingOver(asked.words)
    .map(wordOn)
    .filter((word) => word !== undefined);
}

function handingOver(words: Words): string[] {
  return Object.entries(words.actions)
    .filter(([name, { outward }]) => outward === true && name !== actions.open)
    .map(([name]) => name);
}
