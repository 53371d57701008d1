import { count, number } from '../words/number.ts';
import { bad, care, good, line, type Page, parts, type Said, table } from '../words/page.ts';
import type { ToldImport } from './server.ts';

const reasons: Readonly<Record<string, string>> = {
  malformed: 'cannot be read',
  unknownField: 'has a column that --map does not name',
  missing: 'nobody to find, or nothing to keep',
  tooLong: 'too long',
  unmatched: 'nobody here has this value',
  unverified: 'somebody has it, and has not verified it',
  notAccepted: 'has not accepted the agreement',
  suspended: 'the account is suspended',
  duplicate: 'a second line about the same person',
  corrected: 'the person has put it right, and that stands',
  full: 'more is held of them than can be',
  refused: 'the policy refuses',
};

/** What came of an import. */
export function importPage(told: ToldImport, rejects: string | undefined): Page {
  const rejected = Object.entries(told.rejected).sort(([a], [b]) => (a < b ? -1 : 1));
  return parts(
    [line(verdict(told))],
    [
      table([
        ['import', told.import],
        ['kept', `${number(told.kept)} ${told.kept === 1 ? 'line' : 'lines'}`],
        ...(told.tellBy === null ? [] : [['to be told by', told.tellBy]]),
      ]),
    ],
    rejected.length === 0
      ? []
      : [
          line('Rejected:'),
          table(rejected.map(([code, times]) => [times, code, reasons[code] ?? ''])),
          ...(rejects === undefined ? [] : [line(`Each line with its reason is in ${rejects}.`)]),
        ],
  );
}

function verdict({ state, stopped, next, rejected }: ToldImport): Said {
  const lines = Object.values(rejected).reduce((sum, times) => sum + times, 0);
  switch (state) {
    case 'done':
      return lines === 0
        ? good('Everything went in.')
        : care(`All but ${count(lines, 'line')} went in.`);
    case 'stopped':
      return stopped === 'columns'
        ? bad('Nothing went in: the first line does not name the columns of --map, each once.')
        : bad(`Stopped at line ${number(next)}: the engagement does not run any more.`);
    case 'cancelled':
      return bad(`Cancelled at line ${number(next)}.`);
    case 'open':
      return care(`The server stops. The same command goes on from line ${number(next)}.`);
  }
}
