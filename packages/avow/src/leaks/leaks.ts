import type { Words } from '@avow/policy';
import { followed } from '../alerts/followed.ts';
import type { Deployment } from '../deployment.ts';
import { asLeakId, asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { LeakState, Leaks } from '../face/leaks.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { LEAK, leakRow, leaksIn, leaksOf as ofPerson } from '../register/leak.ts';
import { isInTime } from '../registers/term.ts';
import { readNow } from '../rows/reading.ts';
import { authorityReportWith } from './authority.ts';
import { closesWith } from './close.ts';
import { containWith } from './contain.ts';
import { freezesWith } from './freeze.ts';
import { leakOf } from './leak.ts';
import { reportsWith } from './report.ts';
import { suspectsWith } from './suspects.ts';

const STATES: readonly string[] = ['open', 'contained', 'closed'] satisfies LeakState[];
const MOST_LISTED = 1_000;

/** Leaks of what was known of people: reported, looked into, contained, closed. */
export function leaksOf(deployment: Deployment, soon: () => void): Leaks<Words> {
  const { vault, policy } = deployment;
  const newest = withNewestWords(policy);
  const { report, reportAbout } = reportsWith(deployment);
  const { close, ...read } = closesWith(deployment);
  return {
    report: newest(followed(report, soon)),
    reportAbout: newest(followed(reportAbout, soon)),
    async list({ state = 'open', after, limit = 100 } = {}) {
      if (!STATES.includes(state)) throw malformed('state', `must be one of ${STATES.join(', ')}`);
      if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_LISTED) {
        throw malformed('limit', `must be a whole number from 1 to ${MOST_LISTED}`);
      }
      const read = leaksIn(
        state,
        limit,
        after === undefined ? undefined : asLeakId(after, 'after'),
      );
      const rows = (await readNow(vault, read)).of(read);
      return rows.filter((row) => isInTime(row, policy.moment())).map(leakOf);
    },
    async get(leak) {
      const read = leakRow(asLeakId(leak));
      const [row] = (await readNow(vault, read)).of(read);
      const isThere = row?.kind === LEAK && isInTime(row, policy.moment());
      return isThere ? leakOf(row) : undefined;
    },
    async of(person) {
      const read = ofPerson(asPersonId(person));
      const rows = (await readNow(vault, read)).of(read);
      return rows
        .filter((row) => isInTime(row, policy.moment()))
        .map(leakOf)
        .sort((a, b) => b.reported - a.reported || (a.leak < b.leak ? 1 : -1));
    },
    suspects: suspectsWith(deployment),
    contain: containWith(deployment, soon),
    authorityReport: authorityReportWith(deployment),
    ...freezesWith(deployment),
    close: followed(close, soon),
    ...read,
  };
}
