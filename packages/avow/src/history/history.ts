import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import { unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { asEntryId, asPersonId } from '../door/ids.ts';
import { flag, malformed } from '../door/text.ts';
import type { History, HistoryPage } from '../face/history.ts';
import type { ReadOf } from '../rows/reading.ts';
import { happened } from './line.ts';
import { type Page, pageOf, rowsOf } from './page.ts';
import { ownHistory } from './question.ts';

const MOST = 1_000;
const USUAL = 100;

/** A person's timeline, newest first: what was decided about them, and what they or others said. */
export function historyWith(deployment: Deployment): History<Words>['history'] {
  return async ({ person, before, limit = USUAL, ownLooks = true }) => {
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) {
      throw malformed('limit', `must be a whole number from 1 to ${MOST}`);
    }
    const asked = {
      person: asPersonId(person),
      before: before === undefined ? undefined : asEntryId(before, 'before'),
      limit,
      ownLooks: flag('ownLooks', ownLooks),
    };
    return perform<HistoryPage>(deployment, async () => {
      const page = await pageOf(deployment.vault, asked);
      const sealed = rowsOf(asked, page);
      return {
        person: asked.person,
        questions: [ownHistory(asked.person)],
        lock: 'shared',
        reads: sealed,
        apply: (unit) => open(page, sealed, unit),
      };
    });
  };
}

/** Opens the lines of a page, and nothing that was left out between them. */
function open(
  { lines, next }: Page,
  sealed: readonly ReadOf<'history'>[],
  { rows, seals }: InUnit,
): Done<HistoryPage> {
  const found = new Map(sealed.flatMap((read) => rows.of(read)).map((row) => [row.id, row]));
  const opened = lines.map((line) => {
    const row = found.get(line.entry);
    // A line goes with its person only: planned anew, this comes to `AVOW_ERASED`.
    if (row === undefined) throw unsettled();
    return happened(line, seals.openHistory(row));
  });
  return { value: { happened: opened, next }, touched: lines.map(({ entry }) => entry) };
}
