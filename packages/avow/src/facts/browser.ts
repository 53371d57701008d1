import { browserFrom, browserOf } from '../register/browser.ts';
import { choicesOf, isLater, lastWord } from '../register/choice.ts';
import { settingOf } from './cookie.ts';
import type { FactProvider } from './provider.ts';

/** Cookies are the platform's own doing, so a choice about them is about the platform. */
const PLATFORM = 'platform';

const reads: FactProvider['reads'] = ({ person }) => [browserOf(person)];

/** The browser was found to block cookies when it last came. Not found to do so: it does not. */
export const blocks: FactProvider = {
  reads,
  judge(rows, { person }) {
    const row = rows.of(browserOf(person))[0];
    return row !== undefined && browserFrom(row).blocks;
  },
};

/**
 * The browser asks not to be tracked, and the person has chosen nothing about this themself since it
 * was first found to.
 */
export const signal: FactProvider = {
  reads: (asked) => [...reads(asked), choicesOf(asked.person, PLATFORM)],
  judge(rows, asked) {
    const row = rows.of(browserOf(asked.person))[0];
    if (row === undefined || !browserFrom(row).signals) return false;
    const choice = [asked, settingOf(asked) ?? asked]
      .map((matter) => lastWord(rows, asked.person, PLATFORM, matter))
      .find((word) => word !== undefined);
    return choice === undefined || !isLater(choice, row);
  },
};
