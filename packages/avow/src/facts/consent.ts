import { actions } from '../conventions.ts';
import { askedBy, askings, outdoes, touches } from '../register/asking.ts';
import { type ChoiceRecord, choicesOf, lastWord, type Matter } from '../register/choice.ts';
import type { Rows } from '../rows/reading.ts';
import { settingOf } from './cookie.ts';
import type { Asked, FactProvider } from './provider.ts';

type AskedOf = Asked & { readonly category: string };

/**
 * The person's last word on exactly this (party, act, purpose, category) was to allow it. Opening
 * what was handed over is allowed as the handing over was, unless the person spoke of opening itself.
 */
export const consent: FactProvider = {
  reads: (asked) => [choicesOf(asked.person, counterpartOf(asked)), askings],
  judge: (rows, asked, now) => wordsOn(rows, asked, now).includes('given'),
};

/** The person's last word on exactly this was to refuse or to withdraw. */
export const refusal: FactProvider = {
  reads: consent.reads,
  judge: (rows, asked, now) => {
    const words = wordsOn(rows, asked, now);
    return words.length > 0 && !words.includes('given');
  },
};

/** With whom a choice is about. What goes to the person or to everyone is the platform's doing. */
function counterpartOf({ party, user }: Asked): string {
  return party ?? user ?? 'platform';
}

/** The last words that count here: the one on the act itself, else those on what it goes back to. */
function wordsOn(rows: Rows, asked: AskedOf, now: number): string[] {
  const wordOn = (matter: Matter) => {
    const word = lastWord(rows, asked.person, counterpartOf(asked), matter);
    return word && isOutdone(word, rows, now, matter) ? undefined : word?.state;
  };
  // What was closed no permission opens again, one that is given since least of all.
  if (asked.handed?.closed) return ['closed'];
  const own = wordOn(asked);
  if (own !== undefined) return [own];
  const others = [settingOf(asked) ?? [], handingsOver(asked)].flat();
  return others.map(wordOn).filter((word) => word !== undefined);
}

/** A permission of before a major change to this very matter no longer covers it. */
function isOutdone(word: ChoiceRecord, rows: Rows, now: number, matter: Matter): boolean {
  if (word.state !== 'given') return false;
  const answered = { at: word.at, version: word.version };
  return askedBy(rows, now).some((asking) => outdoes(asking, answered) && touches(asking, matter));
}

/** How what is opened now was handed over, or may have been where nobody says; none for any other act. */
function handingsOver(asked: AskedOf): Matter[] {
  if (asked.action !== actions.open) return [];
  if (asked.handed) return [{ ...asked, action: asked.handed.action }];
  return Object.entries(asked.words.actions)
    .filter(([name, { outward }]) => outward === true && name !== actions.open)
    .map(([action]) => ({ ...asked, action }));
}
