import type { AvowAudit } from 'avow';
import { duration, number } from '../words/number.ts';
import {
  bad,
  type Cell,
  care,
  good,
  line,
  type Page,
  parts,
  strong,
  table,
} from '../words/page.ts';
import { foundInWords } from './finding.ts';

type Sound = Extract<AvowAudit, { readonly ok: true }>;
type Failed = Extract<AvowAudit, { readonly ok: false }>;

/** What the audit was held against, beside the stores themselves. */
export interface Extent {
  /** The file with the checkpoint kept outside the stores, if there is one. */
  readonly anchor: string | undefined;
  /** The file with a checkpoint that somebody brought. */
  readonly against: string | undefined;
  /** Whether records were opened with their keys. */
  readonly opened: boolean;
}

/** What was gone through, and what was not: nobody should take silence for proof. */
export function soundPage({ counts }: Sound, extent: Extent, time: number): Page {
  const { entries, pending, replayed, rows, opened } = counts;
  const waiting = pending === 0 ? '' : `, and ${number(pending)} that still wait for it`;
  const against: readonly (readonly Cell[])[] =
    extent.against === undefined ? [] : [['against', `the log continues ${extent.against}`]];
  return parts(
    [line(good('Everything holds.'))],
    [
      table([
        ['entries', `${number(entries)} in the tree, each in its place${waiting}`],
        ['decisions', `${number(replayed)} decided again, each as it was recorded`],
        ['rows', `${number(rows)} stored, each as its entry left it, and none missing`],
        [
          'records',
          extent.opened
            ? `${number(opened)} opened with their keys`
            : care('not opened; --keys opens them'),
        ],
        [
          'anchor',
          extent.anchor === undefined
            ? care('there is none to hold the log against')
            : `the log continues ${extent.anchor}`,
        ],
        ...against,
        ['time', duration(time)],
      ]),
    ],
  );
}

/** The first thing that fails, and why. */
export function failedPage({ finding }: Failed, time: number): Page {
  const { what, why } = foundInWords(finding);
  return parts(
    [line(bad('The audit fails.'))],
    [
      table([
        ['where', strong(what)],
        ['why', why],
        ['finding', finding.kind],
        ['time', duration(time)],
      ]),
    ],
    [line('This is the first thing that fails; there may be more.')],
  );
}
