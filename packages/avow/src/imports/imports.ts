import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asImportId, asPartyId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { Imports } from '../face/imports.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import {
  importFrom,
  importIn,
  importRow,
  importsOf as importRows,
  rejectsAt,
  rejectsBehind,
  rejectsFrom,
} from '../register/import.ts';
import { readNow } from '../rows/reading.ts';
import { beginWith } from './begin.ts';
import { cancelWith } from './cancel.ts';
import { ownBrought } from './own.ts';
import { rowsWith } from './rows.ts';
import { importOf } from './told.ts';

/** How many imports a list holds, and rows of rejects that are read at a time. */
const LISTED = 100;
const PAGE = 100;

/** What business partners deliver. */
export function importsOf(deployment: Deployment): Imports<Words> {
  const { vault, policy } = deployment;
  const words = () => policy.current().policy.vocabulary;
  return {
    begin: withNewestWords(policy)(beginWith(deployment)),
    rows: rowsWith(deployment),
    cancel: cancelWith(deployment),
    ...ownBrought(deployment),

    async get(id) {
      const read = importRow(asImportId(id));
      const row = importIn((await readNow(vault, read)).of(read));
      return row && importOf(importFrom(row), words());
    },

    async list(party, before) {
      const after = before === undefined ? undefined : asImportId(before, 'before');
      const read = importRows(asPartyId(party), LISTED, after);
      const rows = (await readNow(vault, read)).of(read);
      return rows.map((row) => importOf(importFrom(row), words()));
    },

    async *rejects(id, after = 0) {
      if (!Number.isSafeInteger(after) || after < 0) throw malformed('after', 'must be a line');
      const delivery = asImportId(id);
      let behind = after;
      let [rows] = await vault.read([rejectsAt(delivery, after)]);
      for (;;) {
        const some = rows.flatMap(rejectsFrom);
        for (const reject of some) if (reject.line > after) yield reject;
        [rows] = await vault.read([rejectsBehind(delivery, behind, PAGE)]);
        const last = rows.at(-1);
        if (last === undefined) return;
        behind = rejectsFrom(last)[0]!.line;
      }
    },
  };
}
