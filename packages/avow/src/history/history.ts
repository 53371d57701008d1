import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import { unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { asEntryId, asPersonId } from '../door/ids.ts';
import { flag, malformed } from '../door/text.ts';
import type { Happened, History, HistoryPage, LinesWanted } from '../face/history.ts';
import type { ReadOf } from '../rows/reading.ts';
import { happened } from './line.ts';
import { type Page, pageOf, rowsOf } from './page.ts';
import { ownHistory } from './question.ts';
import { wantedLines, wantedOf } from './wanted.ts';

const MOST = 1_000;
const USUAL = 100;
/** How many lines one page opens at most to find those of a party. */
const OPENED_FOR_A_PARTY = 300;

/** A person's timeline, newest first: what was decided about them, and what they or others said. */
export function historyWith(deployment: Deployment): History<Words>['history'] {
  return async (asks) => {
    const { person, before, limit = USUAL, ownLooks = true, visits = true, only = {} } = asks;
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) {
      throw malformed('limit', `must be a whole number from 1 to ${MOST}`);
    }
    const wanted = wantedOf(only);
    const asked = {
      person: asPersonId(person),
      before: before === undefined ? undefined : asEntryId(before, 'before'),
      // Who a line is about is sealed in it: more are opened than the page may show.
      limit: wanted.party === undefined ? limit : Math.max(limit, OPENED_FOR_A_PARTY),
      ownLooks: flag('ownLooks', ownLooks),
      wants: wantedLines(deployment.policy, wanted),
      visits: flag('visits', visits),
    };
    return perform<HistoryPage>(deployment, async () => {
      const page = await pageOf(deployment.vault, asked);
      const sealed = rowsOf(asked, page);
      return {
        person: asked.person,
        questions: [ownHistory(asked.person)],
        lock: 'shared',
        reads: sealed,
        apply: (unit) => open(page, sealed, unit, { ...wanted, limit }),
      };
    });
  };
}

/** Opens the lines of a page, and nothing that was left out between them. */
function open(
  { lines, next }: Page,
  sealed: readonly ReadOf<'history'>[],
  { rows, seals }: InUnit,
  { party, limit }: Pick<LinesWanted, 'party'> & { readonly limit: number },
): Done<HistoryPage> {
  const found = new Map(sealed.flatMap((read) => rows.of(read)).map((row) => [row.id, row]));
  const opened = lines.map((line) => {
    const row = found.get(line.entry);
    // A line goes with its person only: planned anew, this comes to `AVOW_ERASED`.
    if (row === undefined) throw unsettled();
    return happened(line, seals.openHistory(row));
  });
  const touched = lines.map(({ entry }) => entry);
  const shown = party === undefined ? opened : opened.filter((line) => isAbout(line, party));
  if (shown.length <= limit) return { value: { happened: shown, next }, touched };
  const fitting = shown.slice(0, limit);
  return { value: { happened: fitting, next: fitting.at(-1)?.entry }, touched };
}

const isAbout = ({ what }: Happened, party: string): boolean =>
  what.kind === 'decision' && what.party === party;
