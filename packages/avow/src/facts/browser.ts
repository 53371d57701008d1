import { browserFrom, browserOf } from '../register/browser.ts';
import type { FactProvider } from './provider.ts';

const reads: FactProvider['reads'] = ({ person }) => [browserOf(person)];

/** The browser was found to block cookies when it last came. Not found to do so: it does not. */
export const blocks: FactProvider = {
  reads,
  judge(rows, { person }) {
    const row = rows.of(browserOf(person))[0];
    return row !== undefined && browserFrom(row).blocks;
  },
};

/** The browser sent `Sec-GPC: 1` when it last came. */
export const signal: FactProvider = {
  reads,
  judge(rows, { person }) {
    const row = rows.of(browserOf(person))[0];
    return row !== undefined && browserFrom(row).signals;
  },
};
