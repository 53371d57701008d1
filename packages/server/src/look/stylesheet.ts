import { account } from './style/account.ts';
import { answer } from './style/answer.ts';
import { base } from './style/base.ts';
import { card } from './style/card.ts';
import { document } from './style/document.ts';
import { form } from './style/form.ts';
import { frame } from './style/frame.ts';
import { laidOut } from './style/laid-out.ts';
import { measure } from './style/measure.ts';
import { notice } from './style/notice.ts';
import { picture } from './style/picture.ts';
import { print } from './style/print.ts';
import { rooms } from './style/rooms.ts';
import { table } from './style/table.ts';
import { tokens } from './style/tokens.ts';

/** The one stylesheet of every page. It is served as a file; no page carries a style of its own. */
export const stylesheet: string = [
  tokens,
  base,
  frame,
  rooms,
  document,
  answer,
  notice,
  measure,
  picture,
  laidOut,
  card,
  form,
  table,
  account,
  print,
]
  .map((sheet) => sheet.trim())
  .join('\n\n');

/** Where the Avow server serves it. */
export const stylesheetPath = '/look.css';
