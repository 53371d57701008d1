import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import { unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { barsOf, readBars } from '../desk/bars.ts';
import { asEntryId, asPersonId } from '../door/ids.ts';
import { flag, malformed } from '../door/text.ts';
import type { Happened, History, HistoryPage, LinesWanted } from '../face/history.ts';
import type { PersonId } from '../face/ids.ts';
import { type ReadOf, readNow } from '../rows/reading.ts';
import { happened, isBarred } from './line.ts';
import { type Page, pageOf, rowsOf } from './page.ts';
import { ownHistory } from './question.ts';
import { wantedLines, wantedOf } from './wanted.ts';

const MOST = 1_000;
const USUAL = 100;
/** How many lines one page opens at most to find those of a party. */
const OPENED_FOR_A_PARTY = 300;
/** How many more it opens where some may be kept back, so that a page does not tell by its length how many. */
const OPENED_BEHIND_BARS = 300;

interface Shown {
  readonly person: PersonId;
  readonly limit: number;
}

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
      ownLooks: flag('ownLooks', ownLooks),
      wants: wantedLines(deployment.policy, wanted),
      visits: flag('visits', visits),
    };
    return perform<HistoryPage>(deployment, async () => {
      const bars = barsOf(asked.person);
      const today = readBars(
        await readNow(deployment.vault, ...bars),
        asked.person,
        deployment.policy.moment(),
      );
      // Who a line is about, and in which case, is sealed in it: more are opened than the page may show.
      const searched = wanted.party === undefined ? limit : Math.max(limit, OPENED_FOR_A_PARTY);
      const opened = searched + (today.orders.size === 0 ? 0 : OPENED_BEHIND_BARS);
      const opening = { ...asked, limit: opened };
      const page = await pageOf(deployment.vault, opening);
      const sealed = rowsOf(opening, page);
      return {
        person: asked.person,
        questions: [ownHistory(asked.person)],
        lock: 'shared',
        reads: [...sealed, ...bars],
        apply: (unit) => open(page, sealed, unit, { ...wanted, limit, person: asked.person }),
      };
    });
  };
}

/** Opens the lines of a page, and nothing that was left out between them. */
function open(
  { lines, next }: Page,
  sealed: readonly ReadOf<'history'>[],
  { rows, seals, now, words }: InUnit,
  { party, limit, person }: Pick<LinesWanted, 'party'> & Shown,
): Done<HistoryPage> {
  const found = new Map(sealed.flatMap((read) => rows.of(read)).map((row) => [row.id, row]));
  const bars = readBars(rows, person, now);
  const opened = lines.flatMap((line) => {
    const row = found.get(line.entry);
    // A line goes with its person only: planned anew, this comes to `AVOW_ERASED`.
    if (row === undefined) throw unsettled();
    const told = seals.openHistory(row);
    return isBarred(line, told, bars) ? [] : happened(line, told, words);
  });
  const touched = opened.map(({ entry }) => entry);
  const shown = party === undefined ? opened : opened.filter((line) => isAbout(line, party));
  if (shown.length <= limit) {
    // Where something is kept back, the last line gone through may be of it, and is not named.
    const after = bars.orders.size > 0 && next ? (shown.at(-1)?.entry ?? next) : next;
    return { value: { happened: shown, next: after }, touched };
  }
  const fitting = shown.slice(0, limit);
  return { value: { happened: fitting, next: fitting.at(-1)?.entry }, touched };
}

const isAbout = ({ what }: Happened, party: string): boolean =>
  what.kind === 'decision' && what.party === party;
