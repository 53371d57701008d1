import { account } from './account.ts';
import { change } from './change.ts';
import { complain } from './complain.ts';
import { cookies } from './cookies.ts';
import { dispute } from './dispute.ts';
import { news } from './news.ts';
import { personal } from './personal.ts';
import { report } from './report.ts';
import { shop } from './shop.ts';
import { together } from './together.ts';

/** Every word the market's pages say, in English: what the other language is measured by. */
export const en = {
  ...shop,
  ...account,
  ...change,
  ...together,
  ...dispute,
  ...news,
  ...complain,
  ...cookies,
  ...personal,
  ...report,
};
